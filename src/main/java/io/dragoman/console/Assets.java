package io.dragoman.console;

import io.dragoman.service.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** Files of the pages that are the same for everybody; those of others are under {@code licences} with their licences. */
final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "htmx.min.js", SCRIPT,
            "uPlot.iife.min.js", SCRIPT,
            "console.js", SCRIPT,
            "pico.min.css", STYLE,
            "uPlot.min.css", STYLE,
            "console.css", STYLE);

    private Assets() {}

    /** A file of this name; none that is not in the list. */
    static Reply file(String name) {
        String type = TYPES.get(name);
        if (type == null) {
            return Reply.notFound();
        }
        try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
            return new Reply(200, type, Objects.requireNonNull(in, name).readAllBytes(), Map.of())
                    .with("Cache-Control", "private, max-age=600");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
