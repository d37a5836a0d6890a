package io.dragoman.app;

import io.dragoman.sandbox.Seen;
import io.dragoman.sandbox.Witness;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells whoever asked for a sandbox what is answered there. Found by the sandbox itself. */
public final class FaultWitness implements Witness {
    private static final Map<String, Consumer<Seen>> LISTENERS = new ConcurrentHashMap<>();

    /** @param account address of the sandbox */
    static void tell(String account, Consumer<Seen> listener) {
        LISTENERS.put(account, listener);
    }

    static void forget(String account) {
        LISTENERS.remove(account);
    }

    @Override
    public void saw(Seen seen) {
        LISTENERS.getOrDefault(seen.account(), ignored -> {}).accept(seen);
    }
}
