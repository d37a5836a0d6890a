package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.MetValues;
import io.dragoman.ledger.MetValues.Met;
import io.dragoman.mapping.PlainText;
import io.dragoman.mapping.ValueProblem;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.PhiClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Values that a mapping lets through, or leaves out, without listing them. A plan collects them for the person who signs; whatever
 * writes lets through only those, so that a value nobody knew of is set aside and not defaulted. Thread-safe.
 */
final class UnlistedValues {
    static final List<String> COLUMNS = List.of("Mapping", "Field", "Not seen before", "Such as");

    /** A field with more is no code, and nobody can sign its values one by one. */
    private static final int MOST = 10_000;

    private static final int SHOWN = 8;
    private static final String TOO_MANY = "\0";

    /** Names in the ledger what the last plan met under, and what was signed. */
    private static final String MET = "values-met";

    private static final String SIGNED = "values-signed";

    private final Ledger ledger;
    private final MetValues values;
    private final Map<Row, Set<String>> collected = new ConcurrentHashMap<>();
    private Set<Met> signed = Set.of();
    private volatile boolean collects;
    private volatile boolean holds;

    UnlistedValues(Ledger ledger) {
        this.ledger = ledger;
        this.values = ledger.metValues();
    }

    /** From now on values are collected. */
    void collect() {
        signed = values.signed();
        collects = true;
    }

    /** From now on values are let through only when they were signed under this basis; without such a signature all are. */
    void hold(String basis) {
        signed = values.signed();
        holds = ledger.checkpoints().get("", SIGNED).filter(basis::equals).isPresent();
    }

    /** Keeps what was collected, for the person who signs. @param basis what mapping and policy the plan was made under */
    void keep(String basis) {
        values.met(fresh().entrySet().stream()
                .flatMap(row -> row.getValue().stream().map(value -> met(row.getKey(), value)))
                .collect(Collectors.toSet()));
        ledger.checkpoints().put("", MET, basis);
    }

    /** Signs what the last plan kept, if it was made under the same basis. */
    static void sign(Ledger ledger, String basis) {
        if (ledger.checkpoints().get("", MET).filter(basis::equals).isPresent()) {
            ledger.metValues().sign();
            ledger.checkpoints().put("", SIGNED, basis);
        }
    }

    /** @throws ValueProblem {@code value-unseen} when only signed values are let through and this is none */
    void unlisted(Object value, Row row) {
        if (collects) {
            Set<String> seen = collected.computeIfAbsent(row, any -> ConcurrentHashMap.newKeySet());
            seen.add(seen.size() < MOST ? PlainText.of(value) : TOO_MANY);
        }
        if (holds && !signed.contains(met(row, PlainText.of(value))) && !signed.contains(met(row, TOO_MANY))) {
            throw new ValueProblem(
                    "value-unseen",
                    value,
                    "that nobody knew of when the mapping was approved. Look at it in a new `plan`, `approve`, and replay.");
        }
    }

    private Met met(Row row, String value) {
        return values.met(row.place().file(), row.target(), value);
    }

    private Map<Row, Set<String>> fresh() {
        Map<Row, Set<String>> fresh = new ConcurrentHashMap<>();
        collected.forEach((row, seen) -> {
            Set<String> unsigned = new HashSet<>(seen);
            unsigned.removeIf(value -> signed.contains(met(row, value)));
            if (!unsigned.isEmpty()) {
                fresh.put(row, unsigned);
            }
        });
        return fresh;
    }

    /** What a person signs with the mapping; values are shown only where they are no protected ones. */
    List<List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        fresh().forEach((row, seen) -> {
            boolean many = seen.contains(TOO_MANY);
            List<String> shown = row.strictest() == PhiClass.NONE && !many
                    ? new TreeSet<>(seen).stream().limit(SHOWN).toList()
                    : List.of();
            List<String> cells = new ArrayList<>(List.of(
                    row.place().file(),
                    row.target(),
                    many ? "more than " + MOST : String.valueOf(seen.size()),
                    String.join(", ", shown)));
            rows.put(row.place() + row.target(), cells);
        });
        return List.copyOf(rows.values());
    }
}
