package io.dragoman.console;

import io.dragoman.service.http.Reply;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Pages as files of the program with places for texts. Whatever is put there is text: marks of HTML are escaped, signs that steer are shown. */
final class Templates {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TEXT = "text";

    /** No script but our files, no style but our files, nothing from elsewhere, in nobody's frame. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final PebbleEngine engine;

    /** @param plain takes away from a text what would steer a page */
    Templates(UnaryOperator<String> plain) {
        ClasspathLoader loader = new ClasspathLoader();
        loader.setPrefix("io/dragoman/console");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .addEscapingStrategy(TEXT, text -> escaped(plain.apply(text)))
                .defaultEscapingStrategy(TEXT)
                .strictVariables(true)
                .build();
    }

    Reply page(int status, String template, Map<String, Object> values) {
        return Reply.text(status, HTML, filled(template, values)).with("Content-Security-Policy", POLICY);
    }

    private String filled(String template, Map<String, Object> values) {
        StringWriter page = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(page, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toString();
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
