package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.Fate;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Keeping;
import io.dragoman.run.Kept;
import io.dragoman.run.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** The deletes of the schema we made, as far as nothing in the account uses it; a pipeline stays with a stage that stays. */
final class SchemaSteps implements Iterator<TargetWrite> {
    private final Iterator<TargetWrite> writes;

    /** @param looks whether the account is asked what it uses; a preview is told so afterwards */
    SchemaSteps(Engine engine, Iterator<Lineage> rows, Keeping keeping, Tally tally, boolean looks) {
        List<Lineage> items = new ArrayList<>();
        rows.forEachRemaining(items::add);
        Set<String> names = new HashSet<>();
        items.forEach(item -> names.add(item.key()));
        SchemaUse use = new SchemaUse(engine);
        if (looks) {
            use.read(names);
        }
        List<TargetWrite> all = new ArrayList<>();
        Set<String> stagesKept = new HashSet<>();
        for (Lineage item : items) {
            if (use.uses(item) || stagesKept.contains(item.key())) {
                tally.count(Fate.KEPT);
                keeping.remember(new Kept(item.mapping(), item.key(), Kept.Reason.USED, Set.of()));
                if (item.key().startsWith("stage/")) {
                    stagesKept.add("pipeline/" + item.key().split("/", 3)[1]);
                }
            } else {
                all.add(new TargetWrite(Verb.DELETE, item.made().orElseThrow(), item.target(), Set.of()));
            }
        }
        writes = all.iterator();
    }

    /** What was taken back is not looked for any more. */
    static void unbind(Ledger ledger, String item) {
        if (ledger.lineages().target(SchemaMaker.SCHEMA, item).isEmpty()) {
            String name = item.substring(item.indexOf('/') + 1);
            ledger.bindings().unbind(item);
            ledger.bindings().unbind("type/" + name);
            if (item.startsWith("field/")) {
                ledger.bindings().startingWith("option/" + name + "/").keySet().forEach(ledger.bindings()::unbind);
            }
        }
    }

    @Override
    public boolean hasNext() {
        return writes.hasNext();
    }

    @Override
    public TargetWrite next() {
        if (!writes.hasNext()) {
            throw new NoSuchElementException();
        }
        return writes.next();
    }
}
