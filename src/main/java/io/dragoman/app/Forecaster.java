package io.dragoman.app;

import io.dragoman.ledger.Cost;
import io.dragoman.model.Fate;
import io.dragoman.model.Mapping;
import io.dragoman.model.Price;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.run.Proposed;
import io.dragoman.run.SchemaPlan;
import io.dragoman.run.UndoScope;
import io.dragoman.systems.pipedrive.Prices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prices a run from what its plan proposed. What the plan itself spent on reading the run will spend too, because both
 * read the same; writes have their price from a table.
 */
final class Forecaster {
    /** The port that only a plan, and a prepare that makes fields, goes through. */
    private static final String ROOM = "room";

    private final Engine engine;
    private final Map<String, PhaseResult> phases;
    private final Map<String, Price> reading = new LinkedHashMap<>();
    private final Prices prices;
    private Price room = Price.NOTHING;

    /** @param plan the run of the plan, whose reading is over */
    Forecaster(Engine engine, String plan, Map<String, PhaseResult> phases) {
        this.engine = engine;
        this.phases = phases;
        this.prices = engine.prices();
        for (Cost cost : engine.ledger().spending().of(plan)) {
            if (cost.verb().equals(ROOM)) {
                room = room.plus(cost.price());
            } else {
                reading.merge(cost.mapping(), cost.price(), Price::plus);
            }
        }
    }

    RunForecast forecast(SchemaPlan schema) {
        List<Cost> run = new ArrayList<>();
        reading.forEach((mapping, price) -> run.add(new Cost(mapping, RunForecast.READ, price)));
        phases.forEach((mapping, result) -> {
            for (Verb verb : Verb.values()) {
                Price price = result.proposed().writes().get(verb);
                if (price != null) {
                    run.add(new Cost(mapping, word(verb), price));
                }
            }
            run.add(new Cost(mapping, RunForecast.READ, sweep(mapping, result)));
        });
        Proposed all = phases.values().stream().map(PhaseResult::proposed).reduce(Proposed.NOTHING, Proposed::plus);
        return new RunForecast(run, prepare(schema), rollback(schema, all), all.bytes());
    }

    private static String word(Verb verb) {
        return (verb == Verb.ADOPT ? Verb.UPDATE : verb).name().toLowerCase(Locale.ROOT);
    }

    /** The look back at the end lists the whole kind once for each mapping that made something new of it. */
    private Price sweep(String name, PhaseResult result) {
        Mapping mapping = engine.blueprint().mappings().get(name);
        if (result.count(Fate.CREATED) == 0
                || !engine.blueprint().mappings().kindOf(mapping).listed()) {
            return Price.NOTHING;
        }
        long ofTheKind = phases.entrySet().stream()
                .filter(phase -> engine.blueprint()
                        .mappings()
                        .get(phase.getKey())
                        .targetKind()
                        .equals(mapping.targetKind()))
                .mapToLong(phase -> phase.getValue().count(Fate.CREATED)
                        + phase.getValue().count(Fate.UPDATED)
                        + phase.getValue().count(Fate.MATCHED))
                .sum();
        return prices.traces(mapping.targetKind(), ofTheKind);
    }

    /** Reading the account once, and one request for each thing it lacks. */
    private List<Cost> prepare(SchemaPlan schema) {
        Price making = Price.NOTHING;
        for (SchemaItem item : schema.missing()) {
            making = making.plus(prices.of(item));
        }
        boolean asksForRoom = schema.missing().stream().anyMatch(SchemaItem.CustomField.class::isInstance);
        Price looking = reading.getOrDefault("", Price.NOTHING).plus(asksForRoom ? room : Price.NOTHING);
        return List.of(
                new Cost(SchemaMaker.SCHEMA, RunForecast.READ, looking),
                new Cost(SchemaMaker.SCHEMA, "create", making));
    }

    private Price rollback(SchemaPlan schema, Proposed all) {
        UndoPrices undo = new UndoPrices(engine, UndoScope.MIGRATION);
        Price price = all.undo();
        for (Mapping mapping : engine.blueprint().mappings().phases()) {
            PhaseResult result = phases.get(mapping.name());
            if (result != null) {
                price = price.plus(undo.undoes(mapping))
                        .plus(undo.readBack(mapping, undo.deleted(mapping) + result.count(Fate.CREATED)));
            }
        }
        for (SchemaItem item : schema.missing()) {
            price = price.plus(prices.undo(item));
        }
        return price.plus(undo.undoes(SchemaMaker.MAPPING)).plus(looking(undo, schema));
    }

    private Price looking(UndoPrices undo, SchemaPlan schema) {
        Map<String, Long> records = new HashMap<>();
        for (Mapping mapping : engine.blueprint().mappings().phases()) {
            PhaseResult result = phases.get(mapping.name());
            if (result != null) {
                long made = engine.ledger().lineages().made(mapping.name(), null);
                long more = result.count(Fate.CREATED) + result.count(Fate.MATCHED);
                records.merge(mapping.targetKind(), made + more, Long::sum);
            }
        }
        return undo.looking(
                records, schema.missing().stream().map(SchemaItem::name).collect(Collectors.toSet()));
    }
}
