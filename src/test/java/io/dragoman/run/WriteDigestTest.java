package io.dragoman.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WriteDigestTest {
    private final WriteDigest digests = new WriteDigest(new byte[32]);

    @Test
    void a_record_that_a_run_will_link_has_the_digest_the_plan_gave_it() {
        TargetWrite planned = create(Map.of("name", "Ada", "organization", TargetId.PLANNED));
        Set<String> coming = WriteDigest.coming(planned.record());
        assertThat(coming).containsExactly("organization");
        assertThat(digests.of(create(Map.of("name", "Ada", "organization", new TargetId("70"))), coming))
                .isEqualTo(digests.of(planned, coming));
    }

    @Test
    void several_links_of_which_one_is_still_to_come_are_left_out_together() {
        TargetWrite planned = create(Map.of("name", "Ada", "people", List.of(new TargetId("5"), TargetId.PLANNED)));
        assertThat(WriteDigest.coming(planned.record())).containsExactly("people");
    }

    @Test
    void another_value_field_verb_or_target_is_another_digest() {
        String planned = digests.of(create(Map.of("name", "Ada")), Set.of());
        assertThat(Set.of(
                        planned,
                        digests.of(create(Map.of("name", "Bea")), Set.of()),
                        digests.of(create(Map.of("name", "Ada", "email", "a@example.org")), Set.of()),
                        digests.of(update("1", Set.of("name")), Set.of()),
                        digests.of(update("2", Set.of("name")), Set.of()),
                        digests.of(update("1", Set.of()), Set.of()),
                        new WriteDigest(new byte[] {1}).of(create(Map.of("name", "Ada")), Set.of())))
                .hasSize(7);
    }

    @Test
    void the_order_in_which_fields_were_filled_does_not_matter() {
        Map<String, Object> one = new LinkedHashMap<>(Map.of("name", "Ada"));
        one.put("email", "a@example.org");
        Map<String, Object> other = new LinkedHashMap<>(Map.of("email", "a@example.org"));
        other.put("name", "Ada");
        assertThat(digests.of(create(one), Set.of())).isEqualTo(digests.of(create(other), Set.of()));
    }

    private static TargetWrite create(Map<String, Object> fields) {
        return new TargetWrite(Verb.CREATE, record(fields), null, Set.of());
    }

    private static TargetWrite update(String id, Set<String> changed) {
        return new TargetWrite(Verb.UPDATE, record(Map.of("name", "Ada")), new TargetId(id), changed);
    }

    private static TargetRecord record(Map<String, Object> fields) {
        return new TargetRecord("patient-to-person", "person", "p-1", "p-1", fields, Map.of(), List.of(), List.of());
    }
}
