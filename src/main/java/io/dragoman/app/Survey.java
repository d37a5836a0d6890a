package io.dragoman.app;

import io.dragoman.ledger.Lineage;
import io.dragoman.ledger.Lineages;
import io.dragoman.model.AsHeld;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetId;
import io.dragoman.run.Edits;
import io.dragoman.run.Ids;
import io.dragoman.run.Keeping;
import io.dragoman.run.Links;
import io.dragoman.run.LooseLinks;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One look over everything that changed in the account since we first wrote to it: what our own records show now, and which of them
 * something belongs to that is not ours. Each kind is listed once. For one thread.
 */
final class Survey {
    /** Kinds whose records belong to others, and that people make every day. */
    static final Set<String> BELONGING = Set.of("person", "deal", "lead", "activity", "note", "file");

    private static final String DEAL = "deal";

    private final Engine engine;
    private final Sight sight;
    private final Links links;
    private final Map<String, Ids> ours = new HashMap<>();
    private final Map<String, Ids> attached = new HashMap<>();
    private final Map<TargetId, Integer> lines = new HashMap<>();
    private final Map<TargetId, Integer> participants = new HashMap<>();

    Survey(Engine engine, Sight sight, Links links) {
        this.engine = engine;
        this.sight = sight;
        this.links = links;
    }

    /** Lists what changed since a moment, by our clock. A second call goes on where the first one failed. */
    void read(Instant since) {
        if (ours.isEmpty()) {
            engine.blueprint().mappings().all().forEach(this::ours);
        }
        for (String kind : kinds(engine)) {
            Ids known = ours.getOrDefault(kind, new Ids());
            sight.list(HeldRequest.all(kind).since(since), held -> {
                if (!known.contains(held.id())) {
                    links.of(kind, held)
                            .forEach((to, ids) -> ids.forEach(attached.computeIfAbsent(to, any -> new Ids())::add));
                }
            });
        }
    }

    /**
     * What stays for what people did, as this look tells it.
     *
     * @param force whether everything goes whatever people did
     */
    Keeping keeping(Edits edits, boolean force) {
        LooseLinks looseLinks =
                new LooseLinks(engine.roads().target(), engine.blueprint().mappings()::get);
        return new Keeping(edits, looseLinks, links, this::attached, force);
    }

    /** The kinds that are listed: those we made something of, and those that belong to others. */
    static Set<String> kinds(Engine engine) {
        Lineages lineages = engine.ledger().lineages();
        Set<String> kinds = new TreeSet<>(BELONGING);
        for (Mapping mapping : engine.blueprint().mappings().phases()) {
            boolean listed = engine.blueprint().mappings().kindOf(mapping).listed();
            if (listed && !mapping.targetKind().equals("user") && !lineages.isEmpty(mapping.name())) {
                kinds.add(mapping.targetKind());
            }
        }
        return kinds;
    }

    private void ours(Mapping mapping) {
        Ids ids = ours.computeIfAbsent(mapping.targetKind(), any -> new Ids());
        engine.ledger().lineages().forEach(mapping.name(), null, row -> {
            parts(row).forEach(ids::add);
            if (!row.joined()) {
                count(row);
            }
        });
    }

    /** A list shows each part of a note by itself. */
    private static List<TargetId> parts(Lineage row) {
        String id = row.target().value();
        return id.contains("/") || !id.contains(",")
                ? List.of(row.target())
                : List.of(id.split(",", -1)).stream().map(TargetId::new).toList();
    }

    private void count(Lineage row) {
        String[] dealAndOwn = row.target().value().split("/", 2);
        if (row.kind().equals("deal-lines")) {
            lines.merge(new TargetId(dealAndOwn[0]), dealAndOwn[1].split(",", -1).length, Integer::sum);
        } else if (row.kind().equals("deal-participant")) {
            participants.merge(new TargetId(dealAndOwn[0]), 1, Integer::sum);
        }
    }

    /** Whether something belongs to a record of ours that is not ours. */
    boolean attached(Lineage row, HeldRecord now) {
        Ids ids = attached.get(row.kind());
        if (ids != null && ids.contains(row.target())) {
            return true;
        }
        // whether a deal's own person counts as a participant, Pipedrive does not say
        return row.kind().equals(DEAL)
                && (number(now, "products_count") > lines.getOrDefault(row.target(), 0)
                        || number(now, "participants_count") > participants.getOrDefault(row.target(), 0) + 1);
    }

    private static int number(HeldRecord held, String field) {
        return held.fields().get(field) instanceof AsHeld count ? Integer.parseInt(count.text()) : 0;
    }
}
