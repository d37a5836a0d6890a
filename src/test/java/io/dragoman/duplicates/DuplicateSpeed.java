package io.dragoman.duplicates;

import java.util.List;

/**
 * Measures the search for duplicates in a generated town. Run by hand; arguments: rows, and a seed. Without any it takes five
 * towns of 10,000.
 */
final class DuplicateSpeed {
    private DuplicateSpeed() {}

    public static void main(String[] args) {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long first = args.length > 1 ? Long.parseLong(args[1]) : 1;
        long last = args.length > 1 ? first : 5;
        for (long seed = first; seed <= last; seed++) {
            measure(Town.of(rows, seed));
        }
    }

    private static void measure(Town town) {
        long start = System.nanoTime();
        Duplicates found = DuplicateSearch.among(town.humans());
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Likeness> wrong =
                found.pairs().stream().filter(pair -> !town.isSame(pair)).toList();
        long right = found.pairs().size() - wrong.size();
        double highest = wrong.stream().mapToDouble(Likeness::probability).max().orElse(0);
        System.out.printf(
                "%,d rows in %.1f s, %,d pairs weighed: %.1f %% of %,d true pairs proposed, %,d wrong ones, the highest at %.3f%n",
                town.size(),
                seconds,
                found.compared(),
                100.0 * right / town.truePairs(),
                town.truePairs(),
                wrong.size(),
                highest);
    }
}
