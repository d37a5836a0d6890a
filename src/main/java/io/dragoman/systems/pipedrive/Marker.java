package io.dragoman.systems.pipedrive;

import io.dragoman.model.TargetRecord;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * The last line of a note or comment, which tells the source record where the API offers no field for it. Notes are HTML, comments plain
 * text. Pipedrive may tidy the HTML, so the line is looked for in the text.
 */
final class Marker {
    private static final String LEAD = "Source: ";
    private static final Pattern PART_OF = Pattern.compile("^\\(\\d{1,6} of \\d{1,6}\\) ");
    private static final Pattern PART = Pattern.compile("\\((\\d{1,6}) of (\\d{1,6})\\) $");

    private Marker() {}

    static String of(TargetRecord record) {
        return LEAD + bare(record);
    }

    /** The same for a field that holds nothing else. */
    static String bare(TargetRecord record) {
        return record.mapping() + " " + record.mark();
    }

    /** @param text plain; null for a note that holds the marker alone */
    static String note(@Nullable String text, TargetRecord record) {
        String marker = "<p>" + Entities.escape(of(record)) + "</p>";
        return text == null ? marker : "<p>" + Entities.escape(text).replace("\n", "<br>") + "</p>" + marker;
    }

    static String comment(@Nullable String text, TargetRecord record) {
        return text == null ? of(record) : text + "\n" + of(record);
    }

    /** The marker of a note or comment; empty for one that is not ours. */
    static Optional<String> in(String noteOrComment) {
        String text = plain(noteOrComment);
        int at = text.lastIndexOf(LEAD);
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at).strip());
    }

    /** The same without the word before it, as {@link #bare} makes it. */
    static Optional<String> bareIn(String noteOrComment) {
        return in(noteOrComment).map(marker -> marker.substring(LEAD.length()));
    }

    /** What stands for the source record in a note or comment that this mapping wrote; empty for any other. */
    static Optional<String> markIn(String noteOrComment, String mapping) {
        String lead = LEAD + mapping + " ";
        return in(noteOrComment)
                .filter(marker -> marker.startsWith(lead))
                .map(marker -> marker.substring(lead.length()));
    }

    /** What stood there before the marker was added; null for nothing. */
    static @Nullable String without(String noteOrComment) {
        String text = plain(noteOrComment);
        int at = text.lastIndexOf(LEAD);
        String rest = (at < 0 ? text : PART.matcher(text.substring(0, at)).replaceFirst("")).strip();
        return rest.isEmpty() ? null : rest;
    }

    /** The HTML of a note without the paragraph of ours. */
    static String taken(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.outputSettings().prettyPrint(false);
        for (Element paragraph : page.select("p")) {
            String text = paragraph.text();
            if (PART_OF.matcher(text).replaceFirst("").startsWith(LEAD)) {
                paragraph.remove();
            }
        }
        return page.body().html();
    }

    /** Which of several parts of a note this is; null when it is the only one. */
    static @Nullable Part partIn(String note) {
        String text = plain(note);
        Matcher part = PART.matcher(text.substring(0, Math.max(0, text.lastIndexOf(LEAD))));
        return part.find() ? new Part(Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2))) : null;
    }

    /** @param number from 1 */
    record Part(int number, int of) {}

    /** The text of a note with its paragraphs and line breaks as lines. */
    static String plain(String text) {
        if (!text.contains("<")) {
            return text;
        }
        Document page = Jsoup.parseBodyFragment(text);
        page.outputSettings().prettyPrint(false);
        for (Element block : page.select("p, div, li")) {
            block.after("\n");
        }
        return page.body().wholeText();
    }
}
