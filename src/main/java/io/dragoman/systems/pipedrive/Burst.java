package io.dragoman.systems.pipedrive;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.RunProblem.Ending;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The step of the route that keeps requests within what the plan allows in two seconds, searches within their smaller share as well.
 * Thread-safe.
 */
public final class Burst {
    private static final int SEARCHES = 10;

    private final Gate gate;
    private final Traffic traffic;
    private final @Nullable Turnstile all;
    private final Turnstile searches;

    /**
     * A request's turn in both windows; null where nothing is counted.
     *
     * @param port which route sends it
     * @param left when, in nanoseconds of a clock that only goes forward
     */
    public record Pass(Window.@Nullable Turn all, Window.@Nullable Turn search, String port, long left) {}

    /** @param limit requests in any two seconds; 0 for no limit */
    Burst(int limit, Gate gate, Traffic traffic) {
        this.gate = gate;
        this.traffic = traffic;
        RoundTrips trips = new RoundTrips();
        long now = System.nanoTime();
        this.all = limit == 0 ? null : new Turnstile(new Window(limit, trips, now), gate);
        this.searches = new Turnstile(new Window(SEARCHES, new RoundTrips(), now), gate);
    }

    /**
     * Waits until the request may leave.
     *
     * @throws RunProblem while a ban is young, or when this thread is told to stop
     */
    public Pass enter(Request request) {
        try {
            if (all == null && !request.isSearch()) {
                gate.pass();
            }
            // The smaller window first: who waits there must not keep others from their turn.
            Window.Turn search = request.isSearch() ? searches.enter() : null;
            Window.Turn turn = all == null ? null : all.enter();
            return new Pass(turn, search, request.port(), System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunProblem(
                    Ending.FAILED, new Problem("stopped", "pipedrive", "Stopped while waiting for Pipedrive."), e);
        }
    }

    /**
     * Ends a turn. Called once for each, also when nothing came back.
     *
     * @param headers of the answer; without those on limits nothing is learned
     */
    public void leave(Pass pass, Map<String, Object> headers) {
        RateHeaders told = new RateHeaders(headers);
        RateHeaders silent = new RateHeaders(Map.of());
        if (pass.search() != null) {
            searches.leave(pass.search(), told, false);
        }
        if (all != null && pass.all() != null) {
            boolean answered = headers.containsKey("CamelHttpResponseCode");
            // What a search is told of is the smaller window.
            all.leave(pass.all(), pass.search() == null ? told : silent, answered);
        }
        traffic.answered(pass.port(), status(headers), Duration.ofNanos(System.nanoTime() - pass.left()));
    }

    private static int status(Map<String, Object> headers) {
        return headers.get("CamelHttpResponseCode") instanceof Integer code ? code : 0;
    }

    /** One request was refused for coming too soon: everybody keeps more distance for a while. */
    void refused() {
        if (all != null) {
            all.refused();
        }
    }
}
