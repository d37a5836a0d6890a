package io.dragoman.run.sample;

import io.dragoman.model.Mapping;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceLayout;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetRecord.Line;
import io.dragoman.model.TargetRecord.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What records of one mapping show. For one thread. */
public final class MappingTraits {
    private final Mapping mapping;
    private final TraitBook book;
    private final List<RowTraits> rows;
    private final List<RowTraits> lineRows;
    private final int own;
    private final Map<String, Integer> children = new HashMap<>();

    /** @param layout of the source */
    public MappingTraits(Mapping mapping, SourceLayout layout, TargetKind kind, TraitBook book) {
        this.mapping = mapping;
        this.book = book;
        Coded coded = new Coded(mapping, layout, kind);
        this.rows = mapping.rows().stream()
                .map(row -> new RowTraits(mapping, row, null, coded, book))
                .toList();
        Mapping.Lines lines = mapping.lines();
        this.lineRows = lines == null
                ? List.of()
                : lines.rows().stream()
                        .map(row -> new RowTraits(mapping, row, lines.each(), coded, book))
                        .toList();
        this.own = number(Trait.Sort.RECORD, "of its own");
    }

    private int number(Trait.Sort sort, String what) {
        return book.number(new Trait(sort, mapping.name(), "", what));
    }

    /** What a record shows that joins another one: only that there is such a thing. */
    public Showing ofJoined() {
        Showing showing = new Showing();
        showing.add(number(Trait.Sort.RECORD, "joined"));
        return showing;
    }

    /**
     * What a record shows.
     *
     * @param record what the mapping made of it, its links still waiting for ids
     */
    public Showing of(Screened screened, TargetRecord record) {
        Showing showing = new Showing();
        showing.add(own);
        Map<String, Object> source = screened.record().fields();
        look(rows, screened, Map.of(), record.fields(), record.customFields(), record.references(), showing);
        mapping.gathers().forEach(gather -> {
            int count = source.get(gather.name()) instanceof List<?> list ? list.size() : 0;
            String what = gather.name() + (count == 0 ? ": none" : count == 1 ? ": one" : ": several");
            showing.add(children.computeIfAbsent(what, any -> number(Trait.Sort.SHAPE, what)));
        });
        Mapping.Lines lines = mapping.lines();
        if (lines != null && source.get(lines.each()) instanceof List<?> each) {
            for (int i = 0; i < record.lines().size(); i++) {
                Line line = record.lines().get(i);
                Map<?, ?> child = each.get(i) instanceof Map<?, ?> columns ? columns : Map.of();
                look(lineRows, screened, child, line.fields(), Map.of(), line.references(), showing);
            }
        }
        return showing;
    }

    private static void look(
            List<RowTraits> rows,
            Screened screened,
            Map<?, ?> child,
            Map<String, Object> fields,
            Map<String, Object> custom,
            List<Reference> references,
            Showing showing) {
        for (RowTraits one : rows) {
            if (!screened.withheld().contains(one.name())) {
                Mapping.Row row = one.row();
                Object value =
                        row.isLink() ? reference(row, references) : (row.custom() ? custom : fields).get(row.target());
                one.look(screened.record().fields(), child, value, showing);
            }
        }
    }

    /** A link that names nobody, and falls back to somebody, gives nothing of its own. */
    private static @Nullable Object reference(Mapping.Row row, List<Reference> references) {
        return references.stream()
                .filter(reference ->
                        reference.row() == row && reference.keys().stream().anyMatch(key -> key != null))
                .findFirst()
                .orElse(null);
    }
}
