package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceRecord;
import io.dragoman.staging.Finding;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Loader;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Records;
import io.dragoman.staging.Staging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a source put into a staging by hand, and what its mappings read of them when everything may travel. */
abstract class OnStagedRows {
    private static final Policy EVERYTHING =
            new Policy(Policy.Mode.BAA, Set.of(PhiClass.INSURANCE, PhiClass.FINANCIAL, PhiClass.CLINICAL), null);

    private final Layout layout;
    private final Mappings mappings;

    @SuppressWarnings("NullAway.Init") // opened before each test
    Staging staging;

    OnStagedRows(Layout layout, Mappings mappings) {
        this.layout = layout;
        this.mappings = mappings;
    }

    @BeforeEach
    void an_empty_staging(@TempDir Path folder) {
        staging = Staging.open(folder.resolve("export.db"), layout, () -> false);
    }

    @AfterEach
    void close() {
        staging.close();
    }

    @Test
    void every_mapping_reads_a_source_without_rows() {
        staging.finish();

        for (Mapping mapping : mappings.all()) {
            assertThat(read(mapping.name(), Pass.LEADERS)).as(mapping.name()).isEmpty();
            assertThat(read(mapping.name(), Pass.JOINED)).as(mapping.name()).isEmpty();
        }
    }

    /** One object: its columns, parted by blanks or bars, and rows whose cells are parted by a bar. */
    final void stage(String object, String columns, String... rows) {
        List<String> names = List.of(columns.split("[ |]"));
        try (Loader loader = staging.loader(object, names)) {
            for (int i = 0; i < rows.length; i++) {
                loader.add(Arrays.copyOf(rows[i].split("\\|", -1), names.size()), i + 1L, i + 2L);
            }
        }
    }

    final Finding finding(String code) {
        return staging.findings().stream()
                .filter(one -> one.problem().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    final List<SourceRecord> read(String name, Pass pass) {
        Reading reading = new Readings(mappings).of(mappings.get(name), EVERYTHING);
        List<SourceRecord> records = new ArrayList<>();
        try (Records read = staging.read(reading, pass)) {
            read.forEachRemaining(records::add);
        }
        return records;
    }

    final List<Object> gathered(String mapping, String gather, String column) {
        List<Object> cells = new ArrayList<>();
        for (SourceRecord record : read(mapping, Pass.LEADERS)) {
            for (Object child : (List<?>) record.fields().getOrDefault(gather, List.of())) {
                cells.add(((Map<?, ?>) child).get(column));
            }
        }
        return cells;
    }
}
