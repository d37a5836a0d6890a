package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.systems.pipedrive.LookPrices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What it costs to hold ledger and account against each other. What others have in the account comes on top. */
final class ReconcilePrices {
    private final Engine engine;
    private final List<Mapping> mappings;

    ReconcilePrices(Engine engine) {
        this.engine = engine;
        this.mappings = Reconcile.compared(engine);
    }

    /** Fields, users and pipelines, before the first list. */
    Price account() {
        return engine.prices()
                .catalogue(engine.blueprint().mappings().all().stream()
                        .map(Mapping::targetKind)
                        .collect(Collectors.toSet()));
    }

    /** The lists, mapping by mapping; the list of a kind is read once for all its mappings, and stands with the first. */
    Map<Mapping, Price> lists() {
        Map<Mapping, Price> prices = new LinkedHashMap<>();
        for (Mapping mapping : mappings) {
            String kind = mapping.targetKind();
            if (!engine.blueprint().mappings().kindOf(mapping).listed()) {
                prices.put(mapping, engine.prices().readBack(kind, made(mapping)));
            } else if (prices.keySet().stream()
                    .noneMatch(other -> other.targetKind().equals(kind))) {
                prices.put(mapping, engine.prices().traces(kind, madeOf(kind)).plus(LookPrices.archived(kind)));
            } else {
                prices.put(mapping, Price.NOTHING);
            }
        }
        return prices;
    }

    private long made(Mapping mapping) {
        return engine.ledger().lineages().made(mapping.name(), null);
    }

    private long madeOf(String kind) {
        return mappings.stream()
                .filter(mapping -> mapping.targetKind().equals(kind))
                .mapToLong(this::made)
                .sum();
    }

    /** Asking who changed so many records, at the most. */
    Price authors(int records) {
        return mappings.stream()
                .map(mapping -> engine.prices().changes(mapping.targetKind()))
                .filter(price -> price.requests() > 0)
                .findFirst()
                .orElse(Price.NOTHING)
                .times(records);
    }
}
