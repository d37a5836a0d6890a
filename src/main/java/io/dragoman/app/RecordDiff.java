package io.dragoman.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages;
import io.dragoman.model.AsHeld;
import io.dragoman.model.Mapping;
import io.dragoman.model.Money;
import io.dragoman.model.PhiClass;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.privacy.Mask;
import io.dragoman.run.Differ;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would change, field by field: what the account holds as far as it was asked or the ledger knows, and what it
 * would get. Protected values are shown by their form. All of it goes to a sheet and a file of JSON lines; the first rows
 * are kept for the page. Safe for several threads.
 */
final class RecordDiff implements AutoCloseable {
    static final List<String> COLUMNS =
            List.of("Mapping", "Key", "Write", "Field", "Class", "Change", "In the account", "Would be");

    /** What a page can bear. */
    private static final int SHOWN = 400;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Lineages lineages;
    private final SheetFile sheet;
    private final BufferedWriter lines;
    private final boolean creates;
    private final List<List<String>> shown = new ArrayList<>();
    private long told;

    private RecordDiff(Lineages lineages, SheetFile sheet, BufferedWriter lines, boolean creates) {
        this.lineages = lineages;
        this.sheet = sheet;
        this.lines = lines;
        this.creates = creates;
    }

    /**
     * An empty one.
     *
     * @param name of its two files, without their endings
     * @param creates whether new records are told too, of which every field is new
     */
    static RecordDiff create(Lineages lineages, Path folder, String name, boolean creates) {
        try {
            SheetFile sheet = SheetFile.create(folder.resolve(name + ".csv"), COLUMNS);
            return new RecordDiff(lineages, sheet, Files.newBufferedWriter(folder.resolve(name + ".jsonl")), creates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the fields of one write. */
    void tell(TargetWrite write, Mapping mapping) {
        if (write.verb() == Verb.CREATE && !creates) {
            return;
        }
        @Nullable TargetRecord before = before(write);
        Set<String> fields = new TreeSet<>(write.changed());
        if (write.verb() == Verb.CREATE) {
            fields.addAll(write.record().fields().keySet());
            fields.addAll(write.record().customFields().keySet());
        }
        List<List<String>> rows = new ArrayList<>();
        for (String field : fields) {
            PhiClass phi = phi(mapping, field);
            Object was = before == null ? null : value(before, field);
            Object is = value(write.record(), field);
            rows.add(List.of(
                    mapping.name(),
                    write.record().key(),
                    write.verb().name().toLowerCase(Locale.ROOT),
                    field,
                    phi.word(),
                    was == null ? "filled" : is == null ? "emptied" : "changed",
                    Mask.of(was, phi),
                    Mask.of(is, phi)));
        }
        add(rows);
    }

    private synchronized void add(List<List<String>> rows) {
        for (List<String> row : rows) {
            told++;
            sheet.row(row);
            try {
                lines.append(json(row)).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (shown.size() < SHOWN) {
                shown.add(row);
            }
        }
    }

    private static String json(List<String> row) throws JsonProcessingException {
        Map<String, String> line = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            line.put(COLUMNS.get(i).toLowerCase(Locale.ROOT).replace(' ', '-'), PlainText.of(row.get(i)));
        }
        return JSON.writeValueAsString(line);
    }

    private @Nullable TargetRecord before(TargetWrite write) {
        if (write.before() != null || write.verb() == Verb.CREATE) {
            return write.before();
        }
        return lineages.find(write.record().mapping(), write.record().key())
                .flatMap(Lineage::made)
                .orElse(null);
    }

    /** The strictest class of the rows that fill a field; one that no row names is not shown openly. */
    private static PhiClass phi(Mapping mapping, String field) {
        return mapping.rows().stream()
                .filter(row -> row.target().equals(field))
                .map(Mapping.Row::phi)
                .max(Comparator.naturalOrder())
                .orElse(PhiClass.IDENTITY);
    }

    private static @Nullable Object value(TargetRecord record, String field) {
        if (field.equals(Differ.LINES)) {
            return record.lines().isEmpty()
                    ? null
                    : record.lines().stream().map(line -> plain(line.fields())).toList();
        }
        Object value = record.fields().containsKey(field)
                ? record.fields().get(field)
                : record.customFields().get(field);
        return value == null ? null : plain(value);
    }

    /** As a person reads it. */
    private static Object plain(Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(RecordDiff::plain).toList();
        }
        if (value instanceof Map<?, ?> parts) {
            Map<Object, Object> plain = new LinkedHashMap<>();
            parts.forEach((part, inner) -> plain.put(part, plain(inner)));
            return plain;
        }
        if (value instanceof AsHeld held) {
            return held.text();
        }
        if (value instanceof Money money) {
            return money.amount() + " " + money.currency();
        }
        if (value.equals(TargetId.PLANNED)) {
            return "(a record of this run)";
        }
        return value instanceof TargetId id ? id.value() : value;
    }

    /** Puts the first rows on the page, and says where all are. */
    synchronized void addTo(Report.Draft draft, String name) {
        draft.detail(
                "What would change in records that are there",
                told > shown.size()
                        ? "The first " + shown.size() + " of " + told + " fields; all of them are in " + name
                                + ".csv. Protected values are shown by their form."
                        : "Protected values are shown by their form. The same is in " + name + ".csv.",
                COLUMNS,
                shown);
        draft.next(
                told == 0
                        ? "No field of a record that is there would change."
                        : told + " fields of records that are there would change: look at the page, or at " + name
                                + ".csv.");
    }

    /** The first fields, for a terminal. */
    synchronized List<List<String>> first(int count) {
        return List.copyOf(shown.subList(0, Math.min(count, shown.size())));
    }

    @Override
    public synchronized void close() {
        sheet.close();
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
