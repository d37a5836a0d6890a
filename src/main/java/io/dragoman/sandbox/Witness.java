package io.dragoman.sandbox;

/**
 * Is shown every exchange of every sandbox of this process before the answer leaves. Found by {@link java.util.ServiceLoader}; the program
 * itself has none.
 *
 * <p>Called by many threads at once, in the time of the answer, so it must be quick. What it throws is written to the log and changes
 * nothing.
 */
@FunctionalInterface
public interface Witness {

    /** Takes note of one exchange. Requests below {@code /_sandbox} are not shown. */
    void saw(Seen seen);
}
