package io.dragoman.contract;

import io.dragoman.sandbox.Seen;
import io.dragoman.sandbox.Witness;

/** Hands every exchange of every sandbox of this process to the one trial. */
public final class ContractWitness implements Witness {

    @Override
    public void saw(Seen seen) {
        if (Descriptions.atHand()) {
            Trial.OF_THIS_PROCESS.saw(seen);
        }
    }
}
