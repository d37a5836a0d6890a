package io.dragoman.run.sample;

import io.dragoman.model.Price;
import io.dragoman.model.TargetRecord.Reference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that may be chosen. For one thread. */
public final class Candidate {
    private final String mapping;
    private final String key;
    private final BitSet traits;
    private final List<Reference> references;
    private final @Nullable String joins;
    private final Price price;
    private final List<Candidate> needs = new ArrayList<>();
    private boolean loose;
    private int listed;

    /**
     * @param references its links, by which it needs others
     * @param joins key of the record of the same mapping that it joins; null for a record of its own
     * @param price of writing it
     */
    public Candidate(
            String mapping,
            String key,
            Showing showing,
            List<Reference> references,
            @Nullable String joins,
            Price price) {
        this.mapping = mapping;
        this.key = key;
        this.traits = (BitSet) showing.traits().clone();
        this.references = List.copyOf(references);
        this.joins = joins;
        this.price = price;
    }

    public String mapping() {
        return mapping;
    }

    public String key() {
        return key;
    }

    public List<Reference> references() {
        return references;
    }

    public @Nullable String joins() {
        return joins;
    }

    public Price price() {
        return price;
    }

    /** A record without which this one cannot travel. */
    public void needs(Candidate other) {
        needs.add(other);
    }

    /** Tells that a record it needs will not be there, so that it may be set aside itself. */
    public void loosen() {
        loose = true;
    }

    List<Candidate> needs() {
        return needs;
    }

    boolean loose() {
        return loose || needs.stream().anyMatch(Candidate::loose);
    }

    BitSet traits() {
        return traits;
    }

    /** How much it shows. */
    int weight() {
        return traits.cardinality();
    }

    /** Counts the lists it stands in; it is forgotten when it stands in none. */
    void listed(int more) {
        listed += more;
    }

    boolean isListed() {
        return listed > 0;
    }
}
