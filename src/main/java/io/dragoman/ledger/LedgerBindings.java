package io.dragoman.ledger;

import io.dragoman.model.Bindings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The account's keys and ids for the words of the mappings, as {@code prepare} bound them. All of them are kept in
 * memory, because every record written asks for several.
 */
public final class LedgerBindings implements Bindings {
    private final Desk desk;
    private final NavigableMap<String, String> bound = new ConcurrentSkipListMap<>();

    LedgerBindings(Desk desk) {
        this.desk = desk;
        desk.reads()
                .list(
                        (rs, ctx) -> Map.entry(rs.getString(1), rs.getString(2)),
                        "select name, bound_to from binding where migration = ?",
                        desk.migration())
                .forEach(binding -> bound.put(binding.getKey(), binding.getValue()));
    }

    @Override
    public Optional<String> bound(String name) {
        return Optional.ofNullable(bound.get(name));
    }

    /** Binds all of these, or none; a name bound before is bound anew. */
    public void bind(Map<String, String> bindings) {
        Map<String, String> wanted = new LinkedHashMap<>(bindings);
        desk.writer().write(pen -> {
            for (Map.Entry<String, String> entry : wanted.entrySet()) {
                int known = pen.now(
                        "update binding set bound_to = ? where migration = ? and name = ?",
                        entry.getValue(),
                        desk.migration(),
                        entry.getKey());
                if (known == 0) {
                    pen.now(
                            "insert into binding (id, migration, name, bound_to) values (?, ?, ?, ?)",
                            pen.id(),
                            desk.migration(),
                            entry.getKey(),
                            entry.getValue());
                }
            }
            return wanted;
        });
        bound.putAll(wanted);
    }

    /** Forgets a name; nothing happens when it is not bound. */
    public void unbind(String name) {
        desk.writer()
                .write(pen -> pen.now("delete from binding where migration = ? and name = ?", desk.migration(), name));
        bound.remove(name);
    }

    /** All names that start so, in order, and what they are bound to; an empty prefix gives all. */
    public Map<String, String> startingWith(String prefix) {
        return new TreeMap<>(bound.subMap(prefix, true, prefix + Character.MAX_VALUE, true));
    }
}
