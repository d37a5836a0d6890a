package io.dragoman.app;

import io.dragoman.staging.Finding;
import java.util.List;

/** What was found in a source as a whole, as a table. */
final class FindingRows {
    static final List<String> COLUMNS = List.of("Code", "Where", "Times", "Which", "What to do");
    private static final int KEYS_SHOWN = 8;

    private FindingRows() {}

    static List<List<String>> of(List<Finding> findings) {
        return findings.stream()
                .map(finding -> List.of(
                        finding.problem().code(),
                        finding.problem().place(),
                        String.valueOf(finding.count()),
                        first(finding.keys()),
                        finding.problem().advice()))
                .toList();
    }

    private static String first(List<String> keys) {
        String shown = String.join(", ", keys.subList(0, Math.min(KEYS_SHOWN, keys.size())));
        return keys.size() > KEYS_SHOWN ? shown + ", …" : shown;
    }
}
