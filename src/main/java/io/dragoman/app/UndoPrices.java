package io.dragoman.app;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.Lineage;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.TargetWrite;
import io.dragoman.run.Undoing;
import io.dragoman.systems.pipedrive.Prices;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What taking back costs of what the ledger says was made. */
final class UndoPrices {
    private final Ledger ledger;
    private final Prices prices;
    private final @Nullable String scope;

    /** @param scope the run to take back; null for the whole migration */
    UndoPrices(Ledger ledger, Prices prices, @Nullable String scope) {
        this.ledger = ledger;
        this.prices = prices;
        this.scope = scope;
    }

    /** Everything a rollback sends for a mapping: deletes, restores, and the reading back. */
    Price inAll(Mapping mapping) {
        Price price = undoes(mapping).plus(readBack(mapping, deleted(mapping)));
        if (scope != null) {
            for (TargetWrite restore : new Undoing(ledger).restores(mapping.name(), scope)) {
                price = price.plus(prices.of(restore));
            }
        }
        return price;
    }

    /** Records that are deleted; what was there before us is put back instead. */
    long deleted(Mapping mapping) {
        return ledger.lineages().made(mapping.name(), scope) - ledger.lineages().adopted(mapping.name(), scope);
    }

    /** The deletes, and the restores of what was there before us. */
    Price undoes(Mapping mapping) {
        Price price = Price.NOTHING;
        Iterator<Lineage> rows = ledger.lineages().backwards(mapping.name());
        while (rows.hasNext()) {
            Lineage made = rows.next();
            if (!made.joined() && (scope == null || made.run().equals(scope))) {
                price = price.plus(
                        made.createdByUs()
                                ? prices.undo(made.kind(), made.key(), made.target())
                                : prices.restore(made.kind()));
            }
        }
        return price;
    }

    /** Asking at the end whether so many records are gone; nobody asks for schema items. */
    Price readBack(Mapping mapping, long records) {
        return records == 0 || mapping.name().equals(SchemaMaker.SCHEMA)
                ? Price.NOTHING
                : prices.readBack(mapping.targetKind(), records);
    }
}
