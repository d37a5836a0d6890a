package io.dragoman.app;

import io.dragoman.ledger.Intent;
import io.dragoman.ledger.Run;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.RunState;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Drawn;
import io.dragoman.model.Identity;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Mapping;
import io.dragoman.model.NotSent;
import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import io.dragoman.model.UserProblems;
import io.dragoman.run.SchemaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes what the account lacks, with an intent before and a receipt after each thing, and binds the account's keys. */
final class SchemaMaker {
    /** Under this name the ledger keeps what we made of the account's schema. */
    static final String SCHEMA = "schema";

    /** Stands for the schema where a rollback goes through mappings. */
    static final Mapping MAPPING = new Mapping(
            SCHEMA,
            "Fields, pipelines and activity types",
            "account." + SCHEMA,
            "pipedrive." + SCHEMA,
            "",
            new Identity(List.of(), null, "", null, List.of(), null),
            List.of(),
            List.of(),
            List.of(),
            null,
            Map.of(),
            List.of(),
            List.of(),
            Drawn.NOTHING,
            Map.of(),
            List.of(),
            Place.of(SCHEMA),
            "");

    private static final int ROUNDS = 10;

    private final Engine engine;
    private final Progress progress;
    private final List<String> made = new ArrayList<>();
    private @Nullable SchemaPlan looked;

    SchemaMaker(Engine engine, Progress progress) {
        this.engine = engine;
        this.progress = progress;
    }

    /** What was made and what was there, by the names of the schema plan. */
    record Result(String run, List<String> made, List<String> present) {}

    /**
     * Makes what is missing.
     *
     * @param waits whether it waits when the day's tokens are spent
     * @throws UserProblems when something of the same name but another type stands in the way
     */
    Result make(boolean waits) {
        Run run = engine.ledger()
                .runs()
                .start(RunMode.PREPARE, engine.gatekeeper().mappingHash());
        engine.meter().book(run.id(), "");
        Waiting waiting = new Waiting(engine, progress, run.id(), waits);
        Account account = new Account(engine, progress);
        try {
            account.stage();
            List<String> present = waiting.paid(() -> look(account));
            for (int round = 0; !waiting.paid(() -> makeAll(run, plan(account))); round++) {
                if (round == ROUNDS) {
                    throw new RunProblem(
                            RunProblem.Ending.FAILED,
                            new Problem(
                                    "answers-keep-getting-lost",
                                    SCHEMA,
                                    "look at the connection to the target, then prepare again."));
                }
            }
            engine.ledger().runs().state(run.id(), RunState.DONE, "");
            return new Result(run.id(), List.copyOf(made), present);
        } catch (UserProblems problem) {
            engine.ledger().runs().state(run.id(), RunState.FAILED, problem.toString());
            throw problem;
        } catch (RunProblem problem) {
            waiting.endedBy(problem);
            throw problem;
        }
    }

    /** What the account has already; what it lacks is in {@link #looked}. */
    private List<String> look(Account account) {
        Catalogue catalogue = catalogue(account);
        SchemaPlan plan = account.schemaPlan(catalogue);
        account.mustHaveRoom(catalogue, plan);
        looked = plan;
        return plan.present();
    }

    /** A plan serves once: what was made of it before an answer or the day's tokens ran out must not be made again. */
    private SchemaPlan plan(Account account) {
        SchemaPlan plan = looked;
        looked = null;
        return plan == null ? account.schemaPlan(catalogue(account)) : plan;
    }

    /** What the account has, once nothing that was sent before can still arrive. */
    private Catalogue catalogue(Account account) {
        engine.doubts().awaitArrival(engine.ledger().writes().open(SCHEMA));
        return account.catalogue();
    }

    /** @return false when an answer was lost, so that the account has to be looked at again */
    private boolean makeAll(Run run, SchemaPlan plan) {
        List<Problem> collisions = plan.collisions().stream()
                .filter(problem -> !engine.file().waived().contains(problem.code()))
                .toList();
        if (!collisions.isEmpty()) {
            throw new UserProblems(collisions);
        }
        engine.ledger().bindings().bind(plan.bindings());
        settleOpen(plan);
        AtomicInteger done = new AtomicInteger();
        progress.step("Schema", plan.missing().size(), done::get);
        for (SchemaItem item : plan.missing()) {
            Optional<TargetId> before = engine.ledger().lineages().target(SCHEMA, item.name());
            // What was made under this name and is gone, or more of it is wanted: one of a name is in the ledger.
            engine.ledger().lineages().forget(run.id(), SCHEMA, item.name());
            Intent intent = engine.ledger().writes().intend(run.id(), write(item), "", null);
            try {
                makeOne(item, intent, before);
            } catch (InDoubt lost) {
                return false;
            }
            made.add(item.name());
            done.incrementAndGet();
        }
        return true;
    }

    /** An intent that surely was not carried out, or was refused, is closed before the verb ends. */
    private void makeOne(SchemaItem item, Intent intent, Optional<TargetId> before) {
        try {
            SchemaItem.Made result = engine.roads().target().make(item);
            engine.ledger().bindings().bind(result.bindings());
            engine.ledger().writes().settle(intent, new Receipt(together(item, before, result.id()), 0, Set.of()));
        } catch (NotSent never) {
            engine.ledger().writes().notSent(intent);
            throw never.getCause() instanceof RunProblem stop ? stop : never;
        } catch (RecordProblem refused) {
            engine.ledger().writes().refused(intent, refused.problem());
            throw new RunProblem(RunProblem.Ending.FAILED, refused.problem(), refused);
        }
    }

    /** Options are taken back by their ids, so those of an earlier time are named again with the new ones. */
    private static TargetId together(SchemaItem item, Optional<TargetId> before, TargetId made) {
        return item instanceof SchemaItem.MoreOptions more
                ? before.filter(earlier -> earlier.value().startsWith(more.fieldKey() + "/"))
                        .map(earlier -> new TargetId(earlier.value() + ","
                                + made.value().substring(more.fieldKey().length() + 1)))
                        .orElse(made)
                : made;
    }

    /**
     * Closes what an interrupted prepare, or a rollback of it, left open, before the schema is taken back: what arrived is ours, and
     * what is half taken back is taken back again.
     */
    void giveUp() {
        if (!engine.ledger().writes().open(SCHEMA).isEmpty()) {
            Account account = new Account(engine, progress);
            settleOpen(account.schemaPlan(catalogue(account)));
        }
    }

    /** Intents of an earlier try: what the account has now was made by it; the rest never arrived. */
    private void settleOpen(SchemaPlan plan) {
        for (Intent intent : engine.ledger().writes().open(SCHEMA)) {
            String name = intent.write().record().key();
            String id = plan.bindings().get(name);
            if (id == null || intent.write().verb() != Verb.CREATE) {
                engine.ledger().writes().notSent(intent);
            } else {
                engine.ledger().bindings().bind(Map.of(name, id));
                engine.ledger().writes().settle(intent, new Receipt(new TargetId(id), 0, Set.of()));
                made.add(name);
            }
        }
    }

    private static TargetWrite write(SchemaItem item) {
        return new TargetWrite(
                Verb.CREATE,
                new TargetRecord(SCHEMA, SCHEMA, item.name(), null, fields(item), Map.of(), List.of(), List.of()),
                null,
                Set.of());
    }

    private static Map<String, Object> fields(SchemaItem item) {
        return item instanceof SchemaItem.MoreOptions options
                ? Map.of("field", options.fieldKey(), "labels", options.labels())
                : Map.of();
    }
}
