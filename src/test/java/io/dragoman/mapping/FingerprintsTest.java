package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {
    private static final Policy POLICY = Policy.contactOnly();
    private final Fingerprints fingerprints = new Fingerprints(new byte[] {1, 2, 3});
    private final Mapping mapping = Sketch.mappings().get("patient-to-person");
    private final SourceRecord record =
            record(1, Map.of("last_name", "Example", "alerts", List.of(Map.of("a", "1"), Map.of("b", "2"))));
    private final String before = fingerprints.of(record, mapping, POLICY);

    @Test
    void the_same_record_has_the_same_fingerprint_wherever_it_stands() {
        Map<String, Object> reversed = new LinkedHashMap<>();
        reversed.put("last_name", "Example");
        reversed.put("alerts", List.of(Map.of("a", "1"), Map.of("b", "2")));

        assertThat(fingerprints.of(record(99, reversed), mapping, POLICY))
                .isEqualTo(before)
                .hasSize(64);
    }

    @Test
    void another_value_order_owner_of_the_value_key_or_policy_has_another() {
        Map<String, Object> swapped =
                Map.of("last_name", "Example", "alerts", List.of(Map.of("b", "2"), Map.of("a", "1")));
        Map<String, Object> moved =
                Map.of("last_nam", "eExample", "alerts", List.of(Map.of("a", "1"), Map.of("b", "2")));

        assertThat(Set.of(
                        before,
                        fingerprints.of(record(1, swapped), mapping, POLICY),
                        fingerprints.of(record(1, moved), mapping, POLICY),
                        fingerprints.of(new SourceRecord("patient", "p-1", 1, record.fields(), "p-2"), mapping, POLICY),
                        fingerprints.of(record, mapping, new Policy(Policy.Mode.BAA, Set.of(PhiClass.CLINICAL), null)),
                        new Fingerprints(new byte[] {9}).of(record, mapping, POLICY)))
                .hasSize(6);
    }

    @Test
    void another_mapping_file_has_another(@TempDir Path folder) throws IOException {
        Sketch.changed(folder, "patient-to-person.yaml", "title: Patients", "title: All patients");
        Mapping changed = MappingFolder.read(folder, Sketch.catalog()).get("patient-to-person");

        assertThat(fingerprints.of(record, changed, POLICY)).isNotEqualTo(before);
    }

    private static SourceRecord record(long row, Map<String, Object> fields) {
        return new SourceRecord("patient", "p-1", row, fields, null);
    }
}
