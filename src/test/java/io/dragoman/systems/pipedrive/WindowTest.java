package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The window with a clock moved by hand: whatever the jitter, the target never counts more than the limit. */
class WindowTest {
    private static final long MILLI = 1_000_000L;
    private static final long START = shortlyBeforeItRunsOver();

    /** Such a clock begins anywhere, and goes on at the lowest number after the highest one. */
    private static long shortlyBeforeItRunsOver() {
        return Long.MAX_VALUE - 5_000 * MILLI;
    }

    /** Requests sent whenever the window lets them, each stamped at a random moment between leaving and answer. */
    private static final class Traffic {
        private final Window window;
        private final Random random;
        private final long fastest;
        private final long slowest;
        private final List<Long> stamps = new ArrayList<>();
        private final PriorityQueue<Open> open = new PriorityQueue<>(Comparator.comparingLong(Open::answer));
        private long now;

        private record Open(Window.Turn turn, long answer) {}

        Traffic(int limit, long fastest, long slowest, long seed) {
            this.window = new Window(limit, new RoundTrips(), START);
            this.random = new Random(seed);
            this.fastest = fastest;
            this.slowest = slowest;
        }

        /** Sends so many, one worker waking up late now and then. */
        void send(int requests) {
            while (stamps.size() < requests) {
                long rest = window.rest(START + now);
                if (rest <= 0) {
                    leave();
                } else {
                    long next = now + rest + (random.nextInt(10) == 0 ? random.nextInt(20) * MILLI : 0);
                    Open first = open.peek();
                    now = first == null ? next : Math.min(next, Math.max(now, first.answer()));
                    answer();
                }
            }
        }

        private void leave() {
            Window.Turn turn = window.take(START + now);
            long there = (long) (random.nextDouble() * (slowest - fastest) / 2) + fastest / 2;
            long back = (long) (random.nextDouble() * (slowest - fastest) / 2) + fastest / 2;
            stamps.add(now + there);
            open.add(new Open(turn, now + there + back));
        }

        private void answer() {
            while (!open.isEmpty() && open.peek().answer() <= now) {
                Window.Turn turn = open.remove().turn();
                window.answeredAfter(turn, START + now);
                window.left(turn, START + now);
            }
        }

        int fullest() {
            List<Long> sorted = new ArrayList<>(stamps);
            Collections.sort(sorted);
            int most = 0;
            int from = 0;
            for (int to = 0; to < sorted.size(); to++) {
                while (sorted.get(to) - sorted.get(from) >= Window.SPAN) {
                    from++;
                }
                most = Math.max(most, to - from + 1);
            }
            return most;
        }

        double share(int limit) {
            return stamps.size() * (double) Window.SPAN / now / limit;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 100, 120, 160, 400, 480})
    void no_two_seconds_at_the_target_hold_more_than_the_limit(int limit) {
        for (int seed = 0; seed < 20; seed++) {
            Traffic traffic = new Traffic(limit, 50 * MILLI, 500 * MILLI, seed);

            traffic.send(limit * 20);

            assertThat(traffic.fullest()).isLessThanOrEqualTo(limit);
        }
    }

    @ParameterizedTest
    @CsvSource({"20,0.95", "40,0.95", "100,0.95", "120,0.95", "480,0.95"})
    void nearly_the_whole_burst_is_used_when_answers_take_130_to_170_ms(int limit, double atLeast) {
        Traffic traffic = new Traffic(limit, 130 * MILLI, 170 * MILLI, limit);

        traffic.send(limit * 60);

        assertThat(traffic.fullest()).isLessThanOrEqualTo(limit);
        assertThat(traffic.share(limit)).isGreaterThan(atLeast);
    }

    @Test
    void a_request_without_an_answer_keeps_its_place_until_it_is_given_up() {
        Window window = new Window(1, new RoundTrips(), START);
        Window.Turn turn = window.take(START);

        assertThat(window.rest(START + 10_000 * MILLI)).isPositive();

        window.left(turn, START + 10_000 * MILLI);
        assertThat(window.rest(START + 10_000 * MILLI)).isEqualTo(Window.SPAN);
        assertThat(window.rest(START + 12_000 * MILLI)).isNotPositive();
    }

    @Test
    void places_that_others_use_are_left_to_them_for_one_window() {
        Window window = new Window(10, new RoundTrips(), START);
        Window.Turn turn = window.take(START);
        window.told(turn, 10, 1, START + MILLI);
        window.left(turn, START + MILLI);

        long later = START + 1_000 * MILLI;
        assertThat(window.rest(later)).isNotPositive();
        window.take(later);
        assertThat(window.rest(later + 900 * MILLI)).isPositive();
        assertThat(window.rest(later + 1_002 * MILLI)).isNotPositive();
    }

    @Test
    void what_we_can_have_caused_ourselves_holds_nobody_back() {
        Window window = new Window(3, new RoundTrips(), START);
        Window.Turn first = window.take(START);
        window.take(START + 700 * MILLI);
        window.told(first, 3, 1, START + 701 * MILLI);

        assertThat(window.rest(START + 1_400 * MILLI)).isNotPositive();
    }

    @Test
    void a_limit_the_target_tells_counts_when_it_is_smaller_than_the_plans() {
        Window window = new Window(100, new RoundTrips(), START);
        Window.Turn turn = window.take(START);
        window.told(turn, 2, 1, START + MILLI);

        window.take(START + 100 * MILLI);

        assertThat(window.rest(START + 200 * MILLI)).isPositive();
    }

    @Test
    void after_a_refusal_a_part_of_the_window_stays_empty_for_a_minute() {
        Window window = new Window(2, new RoundTrips(), START);
        window.refused(START);
        window.take(START);

        assertThat(window.rest(START + 1_000 * MILLI)).isPositive();
        assertThat(window.rest(START + 60_001 * MILLI)).isNotPositive();
    }
}
