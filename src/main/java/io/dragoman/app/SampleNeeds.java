package io.dragoman.app;

import io.dragoman.model.Mapping.IfMissing;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetRecord.Reference;
import io.dragoman.run.sample.Need;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which records one needs beside it in a sample: those the linker will look for. */
final class SampleNeeds {
    private final Set<String> mappings;
    private final BiPredicate<String, String> atSource;

    /**
     * @param mappings whose records can be in a sample; links to others, such as users, need none
     * @param atSource whether the source has a record of this mapping and key
     */
    SampleNeeds(Set<String> mappings, BiPredicate<String, String> atSource) {
        this.mappings = Set.copyOf(mappings);
        this.atSource = atSource;
    }

    /** What a record needs, its links still waiting for ids. */
    List<Need> of(TargetRecord record) {
        Set<Need> needs = new LinkedHashSet<>();
        record.references().forEach(reference -> add(reference, needs));
        record.lines().forEach(line -> line.references().forEach(reference -> add(reference, needs)));
        return List.copyOf(needs);
    }

    /** What a record needs that joins another one. */
    static List<Need> ofJoined(SourceRecord source, String mapping) {
        String leader = source.joins();
        return leader == null ? List.of() : List.of(new Need(mapping, leader, true));
    }

    /** Of a link with several places the first that leads to a record counts; a link to several needs them all. */
    private void add(Reference reference, Set<Need> needs) {
        IfMissing missing = reference.row().ifMissing();
        boolean required = missing == IfMissing.QUARANTINE || missing == IfMissing.UNLESS_NAMED;
        for (int i = 0; i < reference.keys().size(); i++) {
            String key = reference.keys().get(i);
            String through = reference.row().through().get(reference.several() ? 0 : i);
            if (key != null && mappings.contains(through) && atSource.test(through, key)) {
                needs.add(new Need(through, key, required));
                if (!reference.several()) {
                    return;
                }
            }
        }
    }
}
