package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.run.Kept;
import io.dragoman.run.UndoScope;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptedRecordTest {
    @Test
    void what_a_person_changed_in_a_record_that_was_there_before_us_stays_and_the_rest_is_put_back(
            @TempDir Path folder) {
        try (FaultGround ground = FaultGround.open(FaultOffice.open(folder.resolve("office")), folder)) {
            ground.undisturbed(FaultVerb.RUN, engine -> FaultVerb.RUN.go(engine, FaultGround.quiet()));
            JsonNode adopted = ada(ground.sandbox().dump());
            assertThat(adopted.path("phones")).isNotEmpty();
            ground.write("PATCH", "/api/v2/persons/" + adopted.path("id").asText(), """
                    {"phones":[{"value":"+19185550999","primary":true,"label":"work"}]}
                    """);

            ground.undisturbed(FaultVerb.ROLLBACK, engine -> {
                try (Rollback rollback = new Rollback(engine, FaultGround.quiet(), UndoScope.MIGRATION, false)) {
                    assertThat(rollback.go(false).kept())
                            .filteredOn(kept -> kept.mapping().equals("contact-to-person"))
                            .extracting(Kept::reason, Kept::edits)
                            .containsExactly(tuple(Kept.Reason.PARTLY, Set.of("phones")));
                }
            });
            JsonNode dump = ground.sandbox().dump();
            assertThat(dump.path("persons")).hasSize(1);
            assertThat(ada(dump).path("phones").findValuesAsText("value")).containsExactly("+19185550999");
            assertThat(withoutPhones(ada(dump))).isEqualTo(withoutPhones(ada(ground.before())));
        }
    }

    private static JsonNode ada(JsonNode dump) {
        return dump.path("persons").path(0);
    }

    private static JsonNode withoutPhones(JsonNode person) {
        return ((ObjectNode) person.deepCopy()).remove(List.of("phones", "update_time"));
    }
}
