package io.dragoman.systems.pipedrive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The HTML of a note, and its cutting into pieces. What is kept are the tags Pipedrive's own editor makes, because nobody says which
 * others survive; the words of all others stay.
 */
final class NoteText {
    private static final Pattern HTML = Pattern.compile(
            "(?i)</?(a|b|blockquote|br|div|em|font|h[1-6]|html|i|li|ol|p|pre|s|span|strong|table|td|th|tr|u|ul)(\\s[^<>]*)?/?>");
    private static final Safelist KEPT = Safelist.none()
            .addTags("a", "b", "blockquote", "br", "div", "em", "i", "li", "ol", "p", "s", "span", "strong", "u", "ul")
            .addAttributes("a", "href")
            .addProtocols("a", "href", "http", "https", "mailto");

    private NoteText() {}

    /** @param text HTML when it has a tag that is one; else plain, of which empty lines part paragraphs */
    static String html(String text) {
        if (!HTML.matcher(text).find()) {
            StringBuilder paragraphs = new StringBuilder();
            for (String paragraph : text.strip().split("\\R\\s*\\R")) {
                paragraphs.append(paragraph(paragraph));
            }
            return paragraphs.toString();
        }
        Document page = Jsoup.parseBodyFragment(text);
        page.select("h1, h2, h3, h4, h5, h6").tagName("strong").wrap("<p></p>");
        page.select("td, th").append(" ");
        page.select("tr").append("<br>");
        Document kept = new Cleaner(KEPT).clean(page);
        kept.outputSettings().prettyPrint(false);
        return kept.body().html();
    }

    /** A paragraph of plain text. */
    static String paragraph(String text) {
        return "<p>" + Entities.escape(text.strip()).replaceAll("\\R", "<br>") + "</p>";
    }

    /** The same HTML in as few pieces as it takes, cut between paragraphs where that is possible; never empty. */
    static List<String> pieces(String html, int most) {
        if (bytes(html) <= most) {
            return List.of(html);
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int size = 0;
        for (String block : blocks(html, most)) {
            if (size > 0 && size + bytes(block) > most) {
                pieces.add(piece.toString());
                piece.setLength(0);
                size = 0;
            }
            piece.append(block);
            size += bytes(block);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static List<String> blocks(String html, int most) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        List<String> blocks = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (Node node : page.body().childNodes()) {
            if (node instanceof Element element && element.isBlock()) {
                add(blocks, line, most);
                line.append(element.outerHtml());
                add(blocks, line, most);
            } else {
                line.append(node.outerHtml());
            }
        }
        add(blocks, line, most);
        return blocks;
    }

    private static void add(List<String> blocks, StringBuilder line, int most) {
        if (bytes(line) <= most) {
            blocks.add(line.toString());
        } else {
            blocks.addAll(words(Marker.plain(line.toString()).strip(), most - bytes("<p></p>")));
        }
        line.setLength(0);
    }

    /** A block that is too long by itself, in paragraphs cut between words where there are any; its own tags are lost. */
    private static List<String> words(String text, int most) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int size = 0;
        int space = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            String sign = Character.toString(text.codePointAt(at));
            String written = sign.equals("\n") ? "<br>" : Entities.escape(sign);
            if (size + bytes(written) > most) {
                int end = space > 0 ? space : line.length();
                paragraphs.add("<p>" + line.substring(0, end) + "</p>");
                line.delete(0, end);
                size = bytes(line);
                space = 0;
            }
            line.append(written);
            size += bytes(written);
            space = sign.isBlank() ? line.length() : space;
        }
        paragraphs.add("<p>" + line + "</p>");
        return paragraphs;
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
