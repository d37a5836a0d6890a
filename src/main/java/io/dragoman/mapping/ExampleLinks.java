package io.dragoman.mapping;

import io.dragoman.model.Mapping.Example;
import io.dragoman.model.Mapping.IfMissing;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetRecord.Reference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks up the links of an example in what it says is linked. */
record ExampleLinks(Example example) {
    /** What stands in a field whose link fell back to the owner of the migration file. */
    private static final String FALLBACK = "fallback-owner";

    /**
     * Puts the id of each link under its field.
     *
     * @throws RecordProblem {@code link-missing} for a key that leads nowhere in a row that does not forgive it
     */
    void resolve(List<Reference> references, Map<String, Object> fields) {
        for (Reference reference : references) {
            Row row = reference.row();
            Object id = reference.several() ? several(reference) : id(reference);
            boolean named = reference.keys().stream().anyMatch(key -> key != null);
            if (id != null) {
                fields.put(row.target(), id);
            } else if (row.ifMissing() == IfMissing.FALLBACK_OWNER) {
                fields.put(row.target(), FALLBACK);
            } else if (named && row.ifMissing() != IfMissing.LEAVE_EMPTY) {
                throw new RecordProblem(new Problem(
                        "link-missing",
                        row.place() + " \"" + row.target() + "\"",
                        "names a key that linked does not have."));
            }
        }
    }

    /** Null as soon as one of the keys leads nowhere and the row does not forgive that, or when none leads anywhere. */
    private @Nullable Object several(Reference reference) {
        Row row = reference.row();
        Map<String, Object> ids = example.linked().getOrDefault(row.through().get(0), Map.of());
        List<String> named =
                reference.keys().stream().filter(Objects::nonNull).distinct().toList();
        List<Object> found =
                named.stream().map(ids::get).filter(Objects::nonNull).toList();
        boolean complete = found.size() == named.size() || row.ifMissing() == IfMissing.LEAVE_EMPTY;
        return complete && !found.isEmpty() ? found : null;
    }

    private @Nullable Object id(Reference reference) {
        for (int i = 0; i < reference.keys().size(); i++) {
            String key = reference.keys().get(i);
            Map<String, Object> ids =
                    example.linked().getOrDefault(reference.row().through().get(i), Map.of());
            if (key != null && ids.containsKey(key)) {
                return ids.get(key);
            }
        }
        return null;
    }
}
