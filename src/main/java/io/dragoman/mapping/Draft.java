package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Mapping.Lines;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mapping while it is checked: what was read, where it stands, and what was found.
 *
 * @param found problems, added to by each check
 */
record Draft(Mapping mapping, YamlTree tree, List<Problem> found) {

    /** Reports what stands at a JSON pointer. */
    void report(Finding finding, String pointer, String advice) {
        found.add(finding.at(tree.place(pointer), advice));
    }

    void report(Finding finding, Place place, String advice) {
        found.add(finding.at(place, advice));
    }

    /** All rows, those of the lines after the others. */
    List<Row> rows() {
        return rows(mapping);
    }

    static List<Row> rows(Mapping mapping) {
        List<Row> rows = new ArrayList<>(mapping.rows());
        Lines lines = mapping.lines();
        if (lines != null) {
            rows.addAll(lines.rows());
        }
        return rows;
    }

    Optional<Gather> gather(String name) {
        return mapping.gathers().stream()
                .filter(gather -> gather.name().equals(name))
                .findFirst();
    }
}
