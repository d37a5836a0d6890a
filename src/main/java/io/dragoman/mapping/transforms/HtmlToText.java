package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Makes readable text of HTML; jsoup reads, the line breaks are ours. */
final class HtmlToText implements Transform {
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "li", "tr", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote");

    @Override
    public Description description() {
        return Description.of(
                        "html-to-text", "Makes text of HTML, with a line for each paragraph, list item and table row.")
                .sample("<p>Seen &amp; well.</p><p>Next: <b>May</b></p>", "Seen & well.\nNext: May")
                .sample("one<br>two", "one\ntwo")
                .sample("<ul><li>a</li><li>b</li></ul>", "- a\n- b")
                .sample("plain", "plain");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.none();
        return Each.text(HtmlToText::text);
    }

    private static String text(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html;
        }
        Lines lines = new Lines();
        NodeTraversor.traverse(lines, Jsoup.parseBodyFragment(html).body());
        return lines.text.toString().strip();
    }

    /** Collects the text of a tree, line by line. */
    private static final class Lines implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(CollapseSpace.collapse(words.text()), words.text());
            } else if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("br")) {
                    text.append('\n');
                } else if (BLOCKS.contains(name)) {
                    newLine();
                    text.append(name.equals("li") ? "- " : "");
                } else if (name.equals("td") || name.equals("th")) {
                    append("", " ");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                newLine();
            }
        }

        private void append(String words, String raw) {
            if (!raw.isEmpty() && Character.isWhitespace(raw.charAt(0))) {
                blank();
            }
            text.append(words);
            if (!words.isEmpty() && Character.isWhitespace(raw.charAt(raw.length() - 1))) {
                blank();
            }
        }

        private void blank() {
            if (text.length() > 0 && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }

        private void newLine() {
            while (text.length() > 0 && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }
    }
}
