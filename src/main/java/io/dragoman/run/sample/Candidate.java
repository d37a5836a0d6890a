package io.dragoman.run.sample;

import io.dragoman.model.Price;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A record that may be chosen. For one thread. */
public final class Candidate {
    private final String mapping;
    private final String key;
    private final BitSet traits;
    private final List<Need> needs;
    private final Price price;
    private final Price undo;
    private final List<Candidate> tied = new ArrayList<>();
    private boolean loose;
    private int listed;

    /**
     * @param price of writing it
     * @param undo price of taking it back
     */
    public Candidate(String mapping, String key, Showing showing, List<Need> needs, Price price, Price undo) {
        this.mapping = mapping;
        this.key = key;
        this.traits = (BitSet) showing.traits().clone();
        this.needs = List.copyOf(needs);
        this.price = price;
        this.undo = undo;
    }

    public String mapping() {
        return mapping;
    }

    public String key() {
        return key;
    }

    /** What it is linked to or joins. */
    public List<Need> needs() {
        return needs;
    }

    public Price price() {
        return price;
    }

    public Price undo() {
        return undo;
    }

    /** Has another record come along with this one. */
    public void tie(Candidate other) {
        tied.add(other);
    }

    /** Tells that a record it needs will not be there, so that it may be set aside itself. */
    public void loosen() {
        loose = true;
    }

    List<Candidate> tied() {
        return tied;
    }

    boolean loose() {
        return loose || tied.stream().anyMatch(Candidate::loose);
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
