package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.TargetKind;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether every link goes through a mapping that writes what the field takes. */
final class LinkCheck {
    private final Catalog catalog;
    private final Map<String, Mapping> mappings;
    private final Set<String> names;

    /**
     * @param mappings that could be read
     * @param names of all files, also of those that could not be read
     */
    LinkCheck(Catalog catalog, Map<String, Mapping> mappings, Set<String> names) {
        this.catalog = catalog;
        this.mappings = mappings;
        this.names = names;
    }

    void check(Draft draft) {
        if (catalog.kind(draft.mapping().to()).isEmpty()) {
            return;
        }
        TargetKind kind = catalog.kind(draft.mapping().to()).get();
        Set<String> kinds = catalog.targets()
                .getOrDefault(draft.mapping().targetSystem(), Map.of())
                .keySet();
        for (Row row : draft.rows()) {
            String type = kind.typeOf(row);
            if (row.isLink()) {
                row.through().forEach(through -> through(draft, row, through, type));
                if (row.as().isEmpty() && row.from().size() != row.through().size()) {
                    draft.report(
                            Finding.LINK_COUNT_DIFFERS,
                            row.place(),
                            "from and through must have the same number of entries; each column goes through the mapping"
                                    + " at its position.");
                }
            } else if (kinds.contains(type) || type.equals("persons")) {
                draft.report(
                        Finding.LINK_KIND_DIFFERS,
                        row.place(),
                        "\"" + row.target() + "\" takes a " + type
                                + " and no value. Write it under links, with through.");
            }
        }
        draft.mapping()
                .examples()
                .forEach(example -> example.linked().keySet().stream()
                        .filter(name -> !names.contains(name))
                        .forEach(name -> draft.report(
                                Finding.UNKNOWN_MAPPING,
                                example.place(),
                                "There is no mapping \"" + name + "\"" + DidYouMean.among(name, names))));
    }

    private void through(Draft draft, Row row, String name, String type) {
        if (!names.contains(name)) {
            draft.report(
                    Finding.UNKNOWN_MAPPING,
                    row.place(),
                    "There is no mapping \"" + name + "\"" + DidYouMean.among(name, names));
            return;
        }
        Mapping through = mappings.get(name);
        boolean fits = through == null
                || type.isEmpty()
                || through.targetKind().equals(type.equals("persons") ? "person" : type);
        if (!fits) {
            draft.report(
                    Finding.LINK_KIND_DIFFERS,
                    row.place(),
                    "\"" + row.target() + "\" takes a " + type + ", and " + name + " writes a "
                            + Objects.requireNonNull(through).targetKind()
                            + ".");
        }
    }
}
