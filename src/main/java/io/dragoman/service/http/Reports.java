package io.dragoman.service.http;

import io.dragoman.service.Station;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The reports of a migration, as verbs left them in its folder. */
final class Reports {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "json", Reply.JSON_TYPE,
            "jsonl", "application/x-ndjson",
            "csv", "text/csv; charset=utf-8");

    private Reports() {}

    static Reply list(Station station) {
        Path folder = station.edition().reports();
        if (!Files.isDirectory(folder)) {
            return Reply.json(200, Map.of("reports", List.of()));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return Reply.json(
                    200,
                    Map.of(
                            "reports",
                            files.filter(Reports::isReport)
                                    .sorted(Comparator.comparing(Reports::at).reversed())
                                    .map(file ->
                                            Map.of("file", file.getFileName().toString(), "at", at(file)))
                                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the folder itself; nothing else can be named. */
    static Reply file(Station station, String name) {
        Path file = station.edition().reports().resolve(name.matches("[A-Za-z0-9._-]{1,200}") ? name : "none");
        if (name.startsWith(".") || !isReport(file)) {
            return Reply.notFound();
        }
        try {
            return new Reply(
                    200, TYPES.getOrDefault(ending(file), Reply.JSON_TYPE), Files.readAllBytes(file), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isReport(Path file) {
        return Files.isRegularFile(file) && TYPES.containsKey(ending(file));
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String at(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
