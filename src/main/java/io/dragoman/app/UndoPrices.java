package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.UndoScope;
import io.dragoman.run.Undoing;
import io.dragoman.systems.pipedrive.LookPrices;
import io.dragoman.systems.pipedrive.Prices;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What taking back costs of what the ledger says was made. */
final class UndoPrices {
    /** Names the share of a rollback that only looks. */
    static final String LOOKING = "Looking at what people did";

    private final Engine engine;
    private final Prices prices;
    private final UndoScope scope;

    UndoPrices(Engine engine, UndoScope scope) {
        this.engine = engine;
        this.prices = engine.prices();
        this.scope = scope;
    }

    /** Adds up the writes of one mapping, and the reading back. */
    final class Sum {
        private final Mapping mapping;
        private Price price = Price.NOTHING;
        private long deleted;
        private long restored;

        private Sum(Mapping mapping) {
            this.mapping = mapping;
        }

        void add(TargetWrite write) {
            if (write.verb() == Verb.DELETE) {
                deleted++;
                price = price.plus(prices.undo(
                        write.record().kind(),
                        write.record().key(),
                        Objects.requireNonNull(write.targetId(), "a delete names its target")));
            } else {
                restored++;
                price = price.plus(prices.restore(write.record().kind()));
            }
        }

        long records() {
            return deleted + restored;
        }

        /** With the writes of a rollback of one run, and the reading back of all. */
        Price price() {
            Price all = price;
            long back = restored;
            String run = scope.run();
            if (run != null) {
                for (TargetWrite restore : new Undoing(engine.ledger()).restores(mapping.name(), run)) {
                    all = all.plus(prices.of(restore));
                    back++;
                }
            }
            return all.plus(readBack(mapping, deleted)).plus(restoredBack(mapping, back));
        }
    }

    Sum sum(Mapping mapping) {
        return new Sum(mapping);
    }

    /** The deletes, and the restores of what was there before us, when nobody worked on anything. */
    Price undoes(Mapping mapping) {
        Price price = Price.NOTHING;
        long adopted = 0;
        Iterator<Lineage> rows = engine.ledger().lineages().backwards(mapping.name());
        while (rows.hasNext()) {
            Lineage made = rows.next();
            if (!made.joined()) {
                price = price.plus(
                        made.createdByUs()
                                ? prices.undo(made.kind(), made.key(), made.target())
                                : prices.restore(made.kind()));
                adopted += made.createdByUs() ? 0 : 1;
            }
        }
        return price.plus(restoredBack(mapping, adopted));
    }

    /** Records that are deleted; what was there before us is put back instead. */
    long deleted(Mapping mapping) {
        return engine.ledger().lineages().made(mapping.name(), null)
                - engine.ledger().lineages().adopted(mapping.name(), null);
    }

    /** Asking at the end whether so many records are gone; nobody asks for schema items. */
    Price readBack(Mapping mapping, long records) {
        return records == 0 || mapping.name().equals(SchemaMaker.SCHEMA)
                ? Price.NOTHING
                : prices.readBack(mapping.targetKind(), records);
    }

    /** Asking at the end whether so many records show what they did before. */
    Price restoredBack(Mapping mapping, long records) {
        return readBack(mapping, records);
    }

    /** Looking at what people did to what the ledger has now, and at what uses the schema. */
    Price looking() {
        Map<String, Long> records = new HashMap<>();
        engine.blueprint()
                .mappings()
                .phases()
                .forEach(mapping -> records.merge(
                        mapping.targetKind(), engine.ledger().lineages().made(mapping.name(), null), Long::sum));
        return looking(records, Set.of());
    }

    /**
     * The same of an account with so many records of ours.
     *
     * @param records by kind
     * @param more items of the schema that are not made yet
     */
    Price looking(Map<String, Long> records, Set<String> more) {
        Price price = Price.NOTHING;
        Set<String> kinds = new HashSet<>(Survey.BELONGING);
        records.forEach((kind, count) -> {
            if (count > 0 && !kind.equals("user")) {
                kinds.add(kind);
            }
        });
        for (String kind : kinds) {
            long count = records.getOrDefault(kind, 0L);
            boolean listed = Survey.BELONGING.contains(kind)
                    || engine.kinds().get(kind) != null
                            && engine.kinds().get(kind).listed();
            price = price.plus(listed ? LookPrices.held(kind, count) : prices.readBack(kind, count));
        }
        Set<String> schema = new HashSet<>(more);
        engine.ledger().lineages().forEach(SchemaMaker.SCHEMA, null, item -> schema.add(item.key()));
        return scope.isPart() ? price : price.plus(LookPrices.use(schema));
    }
}
