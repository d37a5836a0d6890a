package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a source's table, counted in what the sandbox holds after a run. */
final class DemoRows {
    private final JsonNode account;

    DemoRows(JsonNode account) {
        this.account = account;
    }

    /** Row, what it is at the source, what it is in Pipedrive, and how many arrived. */
    List<List<String>> rows(DemoScene scene) {
        return scene.rows().stream()
                .map(row -> List.of(row.row(), row.source(), row.target(), String.valueOf(count(row))))
                .toList();
    }

    private long count(DemoScene.Row row) {
        Stream<JsonNode> records = stream(row.count());
        List<String> types = row.types();
        if (types != null) {
            records = records.filter(one -> types.contains(one.path("type").asText()));
        }
        List<String> filled = row.filled();
        if (filled != null) {
            List<String> codes =
                    filled.stream().flatMap(name -> code(row, name).stream()).toList();
            records = records.filter(one ->
                    codes.stream().anyMatch(code -> one.path("custom_fields").hasNonNull(code)));
        }
        Map<String, List<String>> where = row.where();
        if (where != null) {
            records = records.filter(one -> where.entrySet().stream().allMatch(wanted -> hasLabel(row, one, wanted)));
        }
        Map<String, String> matching = row.matching();
        if (matching != null) {
            records = records.filter(one -> matching.entrySet().stream()
                    .allMatch(key -> one.path(key.getKey()).asText().matches(key.getValue())));
        }
        String different = row.different();
        return different == null
                ? records.count()
                : records.map(one -> one.path(different).asText()).distinct().count();
    }

    private boolean hasLabel(DemoScene.Row row, JsonNode one, Map.Entry<String, List<String>> wanted) {
        Optional<JsonNode> field = field(row, wanted.getKey());
        Set<String> ids = new HashSet<>();
        field.ifPresent(choice -> choice.path("options").forEach(option -> {
            if (wanted.getValue().contains(option.path("label").asText())) {
                ids.add(option.path("id").asText());
            }
        }));
        return field.filter(choice -> ids.contains(one.path("custom_fields")
                        .path(choice.path("field_code").asText())
                        .asText()))
                .isPresent();
    }

    private Optional<String> code(DemoScene.Row row, String name) {
        return field(row, name).map(field -> field.path("field_code").asText());
    }

    private Optional<JsonNode> field(DemoScene.Row row, String name) {
        String noun = row.count().substring(0, row.count().length() - 1);
        return stream(noun + "Fields")
                .filter(field -> field.path("field_name").asText().equals(name))
                .filter(field -> field.path("is_custom_field").asBoolean())
                .findFirst();
    }

    private Stream<JsonNode> stream(String kind) {
        return StreamSupport.stream(account.path(kind).spliterator(), false);
    }
}
