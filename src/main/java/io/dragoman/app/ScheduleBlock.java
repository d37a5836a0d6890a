package io.dragoman.app;

import io.dragoman.mapping.YamlTree;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.service.Rhythm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The block {@code schedule} of a migration file, which only a service reads. */
final class ScheduleBlock {
    private ScheduleBlock() {}

    /**
     * Rhythms by verb.
     *
     * @param file that holds to its schema
     * @param zone of cron expressions that name none
     * @throws UserProblems {@code schedule-wrong}, with line and column
     */
    static Map<String, Rhythm> read(Path file, ZoneId zone) {
        try {
            YamlTree tree = YamlTree.read(file.getFileName().toString(), Files.readString(file));
            Map<String, Rhythm> rhythms = new LinkedHashMap<>();
            tree.root().path("schedule").properties().forEach(entry -> {
                String pointer = "/schedule/" + entry.getKey();
                try {
                    rhythms.put(
                            entry.getKey(),
                            rhythm(
                                    text(tree, pointer + "/every"),
                                    text(tree, pointer + "/cron"),
                                    text(tree, pointer + "/zone"),
                                    zone));
                } catch (DateTimeException e) {
                    throw new UserProblems(
                            List.of(
                                    new Problem(
                                            "schedule-wrong",
                                            tree.place(pointer).toString(),
                                            "it needs a time such as 1h, or a cron expression that comes, such as 0 30 2 * * ?, in a known zone.")));
                }
            });
            return rhythms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Rhythm rhythm(@Nullable String every, @Nullable String cron, @Nullable String named, ZoneId zone) {
        if (every != null) {
            return Rhythm.every(new Span().convert(every.replace(" ", "")));
        }
        return Rhythm.cron(String.valueOf(cron), named == null ? zone : ZoneId.of(named));
    }

    private static @Nullable String text(YamlTree tree, String pointer) {
        return tree.root().at(pointer).isMissingNode()
                ? null
                : tree.root().at(pointer).asText();
    }
}
