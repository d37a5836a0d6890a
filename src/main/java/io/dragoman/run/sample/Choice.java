package io.dragoman.run.sample;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The records of a sample: again and again the one that shows most of what nobody shows yet, for each record it brings
 * along. Lines and codes come first; shapes, and then extremes, get what room is left. The same candidates give the same
 * choice. For one thread.
 */
public final class Choice {
    /** One that may be set aside itself is taken only where nobody else shows the same. */
    private static final double LOOSE = 0.05;
    /** Decides between records that show as much of this rank. */
    private static final double OTHER_RANKS = 0.001;

    private final TraitBook book;
    private final int size;
    private final List<Option> options = new ArrayList<>();
    private final Set<Candidate> chosen = new LinkedHashSet<>();
    private final BitSet shown = new BitSet();

    /** A candidate with all that it brings along. */
    private record Option(Candidate candidate, Set<Candidate> all, BitSet traits) {
        static Option of(Candidate candidate) {
            Set<Candidate> all = new LinkedHashSet<>();
            bring(candidate, all);
            BitSet traits = new BitSet();
            all.forEach(one -> traits.or(one.traits()));
            return new Option(candidate, all, traits);
        }

        private static void bring(Candidate candidate, Set<Candidate> all) {
            if (all.add(candidate)) {
                candidate.tied().forEach(other -> bring(other, all));
            }
        }
    }

    /** @param size records there may be at most, with all that they need */
    private Choice(Collection<Candidate> candidates, TraitBook book, int size) {
        this.book = book;
        this.size = size;
        candidates.stream()
                .sorted(Comparator.comparing(Candidate::mapping).thenComparing(Candidate::key))
                .map(Option::of)
                .forEach(options::add);
    }

    /** Chooses. @param size records there may be at most, with all that they need */
    public static Choice of(Collection<Candidate> candidates, TraitBook book, int size) {
        Choice choice = new Choice(candidates, book, size);
        for (int rank = 0; rank < Trait.Sort.RANKS; rank++) {
            choice.choose(choice.ofRank(rank));
        }
        return choice;
    }

    private BitSet ofRank(int rank) {
        BitSet traits = new BitSet();
        for (int number = 0; number < book.size(); number++) {
            if (book.trait(number).sort().rank() == rank) {
                traits.set(number);
            }
        }
        return traits;
    }

    private void choose(BitSet rank) {
        Option best = best(rank);
        while (best != null) {
            chosen.addAll(best.all());
            shown.or(best.traits());
            best = best(rank);
        }
    }

    private @Nullable Option best(BitSet rank) {
        Option best = null;
        double most = 0;
        for (Option option : options) {
            double worth = worth(option, rank);
            if (worth > most) {
                most = worth;
                best = option;
            }
        }
        return best;
    }

    /** What an option shows that is new, for each record it adds; 0 when it shows nothing new or does not fit. */
    private double worth(Option option, BitSet rank) {
        BitSet more = (BitSet) option.traits().clone();
        more.andNot(shown);
        int all = more.cardinality();
        more.and(rank);
        long cost = option.all().stream().filter(one -> !chosen.contains(one)).count();
        if (more.isEmpty() || cost == 0 || chosen.size() + cost > size) {
            return 0;
        }
        double gain = more.cardinality() + OTHER_RANKS * all;
        return gain / cost * (option.candidate().loose() ? LOOSE : 1);
    }

    /** The records, in the order they were chosen, each after what it needs where that was not there yet. */
    public Set<Candidate> records() {
        return chosen;
    }

    /** Keys of the records, by mapping. */
    public Map<String, Set<String>> keys() {
        Map<String, Set<String>> keys = new TreeMap<>();
        chosen.forEach(one ->
                keys.computeIfAbsent(one.mapping(), any -> new TreeSet<>()).add(one.key()));
        return keys;
    }

    /** How much of what occurs the records show. */
    public Coverage coverage(Candidates candidates) {
        Map<Coverage.Line, Coverage.Count> counts = new LinkedHashMap<>();
        Set<Integer> outOfReach = Set.copyOf(candidates.outOfReach());
        List<Trait> notShown = new ArrayList<>();
        for (int number = 0; number < book.size(); number++) {
            Trait trait = book.trait(number);
            if (candidates.occurs(number)) {
                boolean reachable = !outOfReach.contains(number);
                counts.merge(
                        new Coverage.Line(trait.mapping(), trait.sort()),
                        new Coverage.Count(shown.get(number) ? 1 : 0, reachable ? 1 : 0, reachable ? 0 : 1),
                        Coverage.Count::plus);
                if (!shown.get(number)) {
                    notShown.add(trait);
                }
            }
        }
        return new Coverage(counts, notShown);
    }
}
