package io.dragoman.run;

import io.dragoman.mapping.Overrides;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.Identity.Existing;
import io.dragoman.model.Identity.Then;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the record of the account that a new record is the same as. One record of the account belongs to one of the source;
 * where that is not sure, the record is set aside with the ids of the candidates. Thread-safe.
 */
public final class Matcher {
    private static final int SHOWN = 10;

    private final Recognition recognition;
    private final Map<String, String> decisions;

    /** @param decisions source key to the id a person named, or {@link Overrides#NEW} */
    public Matcher(Recognition recognition, Map<String, String> decisions) {
        this.recognition = recognition;
        this.decisions = Map.copyOf(decisions);
    }

    /**
     * A record of the account that is the same.
     *
     * @param rule why, in the mapping's words
     */
    public record Match(HeldRecord held, String rule) {}

    /** Whether looking can lead anywhere; the account need not be read for a record of which nothing is known. */
    public boolean canAsk(TargetRecord record) {
        return !Overrides.NEW.equals(decisions.get(record.key()))
                && (decisions.containsKey(record.key())
                        || !recognition.rules(record).isEmpty()
                        || !recognition.keyMarks(record).isEmpty());
    }

    /**
     * The record of the account; empty when it has none.
     *
     * @throws RecordProblem {@code match-ambiguous}, {@code match-taken}, {@code match-gone}, or {@code match-to-decide}
     *     where the mapping asks
     */
    public Optional<Match> find(TargetRecord record, AccountIndex account) {
        String decided = decisions.get(record.key());
        if (decided != null) {
            return decided.equals(Overrides.NEW) ? Optional.empty() : Optional.of(decided(record, decided, account));
        }
        Set<TargetId> ours = new LinkedHashSet<>();
        recognition.keyMarks(record).forEach(mark -> ours.addAll(account.marked(mark)));
        if (!ours.isEmpty()) {
            return Optional.of(take(record, only(record, "its own key", ours), "its own key", account));
        }
        Map<TargetId, String> candidates = candidates(record, account);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        String rule = candidates.values().stream().distinct().collect(Collectors.joining(", "));
        TargetId id = only(record, rule, candidates.keySet());
        HeldRecord held = account.record(id).orElseThrow();
        if (recognition.isSomebodyElse(rule, record, held)) {
            throw problem(
                    record,
                    "match-ambiguous",
                    "agrees on " + rule + " with record " + id.value() + " of the account, whose name is another.");
        }
        Existing existing = recognition.mapping().identity().existing();
        if (existing != null && existing.then() == Then.ASK) {
            throw problem(
                    record, "match-to-decide", "agrees on " + rule + " with record " + id.value() + " of the account.");
        }
        return Optional.of(take(record, id, rule, account));
    }

    private Match decided(TargetRecord record, String id, AccountIndex account) {
        TargetId target = new TargetId(id);
        if (account.record(target).isEmpty()) {
            throw problem(record, "match-gone", "is said to be record " + id + ", which the account has not got.");
        }
        return take(record, target, "a person's decision", account);
    }

    private TargetId only(TargetRecord record, String rule, Set<TargetId> found) {
        if (found.size() > 1) {
            String ids = found.stream().limit(SHOWN).map(TargetId::value).collect(Collectors.joining(", "));
            throw problem(
                    record,
                    "match-ambiguous",
                    "agrees on " + rule + " with " + found.size() + " records of the account: " + ids
                            + (found.size() > SHOWN ? ", …" : "") + ".");
        }
        return found.iterator().next();
    }

    private Match take(TargetRecord record, TargetId id, String rule, AccountIndex account) {
        if (!account.take(id, by(record))) {
            throw problem(
                    record,
                    "match-taken",
                    "agrees on " + rule + " with record " + id.value()
                            + " of the account, which another source record is the same as already.");
        }
        return new Match(account.record(id).orElseThrow(), rule);
    }

    private static String by(TargetRecord record) {
        return taker(record.mapping(), record.key());
    }

    /** How an {@link AccountIndex} names the source record that took a record. */
    public static String taker(String mapping, String key) {
        return mapping + " " + key;
    }

    /** Records that some rule finds, with the first rule that did; those that carry the key of another of ours are not meant. */
    private Map<TargetId, String> candidates(TargetRecord record, AccountIndex account) {
        Map<TargetId, String> candidates = new LinkedHashMap<>();
        recognition
                .rules(record)
                .forEach((rule, fields) -> agreeing(fields, account).stream()
                        .filter(id -> !isAnotherOfOurs(record, id, account))
                        .forEach(id -> candidates.putIfAbsent(id, rule)));
        return candidates;
    }

    private static Set<TargetId> agreeing(List<Set<String>> fields, AccountIndex account) {
        @Nullable Set<TargetId> agreeing = null;
        for (Set<String> marks : fields) {
            Set<TargetId> found = new LinkedHashSet<>();
            marks.forEach(mark -> found.addAll(account.marked(mark)));
            if (agreeing == null) {
                agreeing = found;
            } else {
                agreeing.retainAll(found);
            }
        }
        return agreeing == null ? Set.of() : agreeing;
    }

    /** What we made ourselves is another record; what we took over may still be this one, and a person has to say. */
    private boolean isAnotherOfOurs(TargetRecord record, TargetId id, AccountIndex account) {
        String key = account.record(id).map(recognition::keyOf).orElse("");
        return !key.isEmpty()
                && !key.equals(record.keptAs())
                && account.takenBy(id).isEmpty();
    }

    private RecordProblem problem(TargetRecord record, String code, String what) {
        return new RecordProblem(new Problem(
                code,
                recognition.mapping().place() + " \"existing\" "
                        + recognition.mapping().from() + " " + record.key(),
                "it " + what + " Name that record's id, or " + Overrides.NEW
                        + ", in the migration file under overrides.same-as." + record.mapping()
                        + ", sign it, then replay."));
    }
}
