package io.dragoman.run.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Price;
import io.dragoman.run.sample.Trait.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records that show made-up traits: a letter and a number name a trait, as in {@code line1} or {@code odd2}. */
class ChoiceTest {
    private final TraitBook book = new TraitBook();
    private final Candidates candidates = new Candidates();

    @Test
    void few_records_that_show_much_are_taken_before_many_that_show_little() {
        offer("a", "LINE1");
        offer("b", "LINE2");
        offer("c", "LINE1", "LINE2", "LINE3");
        assertThat(keys(choose(10))).containsExactly("c");
    }

    @Test
    void a_record_brings_along_what_it_is_linked_to() {
        Candidate organization = offer("organization", "LINE9");
        Candidate person = offer("person", "LINE1");
        Candidate appointment = offer("appointment", "LINE2", "LINE3");
        appointment.tie(person);
        person.tie(organization);
        assertThat(keys(choose(3))).containsExactlyInAnyOrder("organization", "person", "appointment");
        assertThat(keys(choose(2))).doesNotContain("appointment").contains("person", "organization");
    }

    @Test
    void lines_and_codes_come_before_what_is_odd() {
        offer("a", "ODD1", "ODD2", "ODD3", "EXTREME1");
        offer("b", "CODE1");
        offer("c", "LINE1");
        Choice choice = choose(2);
        assertThat(keys(choice)).containsExactlyInAnyOrder("b", "c");
        Coverage coverage = choice.coverage(candidates);
        assertThat(coverage.isEnough()).isTrue();
        assertThat(coverage.of(Sort.ODD)).isEqualTo(new Coverage.Count(0, 3, 0));
        assertThat(coverage.notShown()).extracting(Trait::sort).containsOnly(Sort.ODD, Sort.EXTREME);
    }

    @Test
    void a_sample_that_is_too_small_says_what_it_does_not_show() {
        offer("a", "LINE1");
        offer("b", "LINE2");
        Coverage coverage = choose(1).coverage(candidates);
        assertThat(coverage.isEnough()).isFalse();
        assertThat(coverage.of(Sort.LINE)).isEqualTo(new Coverage.Count(1, 2, 0));
        assertThat(Coverage.read(coverage.text()).counts()).isEqualTo(coverage.counts());
    }

    @Test
    void a_record_that_will_be_set_aside_is_taken_only_where_no_other_shows_the_same() {
        Candidate loose = offer("loose", "LINE1", "LINE2");
        loose.loosen();
        offer("sound", "LINE1");
        assertThat(keys(choose(10))).containsExactlyInAnyOrder("sound", "loose");
        assertThat(choose(1).keys().get("m")).containsExactly("sound");
    }

    @Test
    void what_only_records_show_that_cannot_travel_is_out_of_reach_and_not_asked_for() {
        candidates.offer(showing("LINE1", "CODE1"), () -> null);
        offer("a", "LINE1");
        Coverage coverage = choose(10).coverage(candidates);
        assertThat(coverage.of(Sort.CODE)).isEqualTo(new Coverage.Count(0, 0, 1));
        assertThat(coverage.isEnough()).isTrue();
    }

    @Test
    void the_farthest_of_all_records_shows_an_extreme_and_no_other() {
        IntStream.rangeClosed(1, 1000).forEach(i -> {
            Showing showing = showing("LINE1");
            showing.add(number("EXTREME1"), i == 700 ? 5000 : i);
            candidates.offer(showing, () -> candidate("k" + i, showing));
        });
        assertThat(keys(choose(10))).containsExactly("k700");
    }

    @Test
    void memory_grows_with_what_there_is_to_see_and_not_with_the_records() {
        List<Integer> asked = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            int record = i;
            Showing showing = showing("LINE1", "CODE" + i % 50);
            candidates.offer(showing, () -> {
                asked.add(record);
                return candidate("k" + record, showing);
            });
        }
        assertThat(asked).hasSizeLessThan(1000);
        assertThat(candidates.all()).hasSizeLessThan(250);
        Map<String, Set<String>> keys = choose(200).keys();
        assertThat(keys.get("m")).hasSize(50);
    }

    @Test
    void the_same_candidates_give_the_same_choice() {
        for (int i = 0; i < 40; i++) {
            offer("k" + i, "LINE" + i % 7, "CODE" + i % 5, "ODD" + i % 3);
        }
        assertThat(keys(choose(10))).isEqualTo(keys(choose(10)));
    }

    private Candidate offer(String key, String... traits) {
        Showing showing = showing(traits);
        Candidate candidate = candidate(key, showing);
        candidates.offer(showing, () -> candidate);
        return candidate;
    }

    private static Candidate candidate(String key, Showing showing) {
        return new Candidate("m", key, showing, List.of(), Price.NOTHING, Price.NOTHING);
    }

    private Showing showing(String... traits) {
        Showing showing = new Showing();
        for (String trait : traits) {
            showing.add(number(trait));
        }
        return showing;
    }

    private int number(String trait) {
        Sort sort = Sort.valueOf(trait.replaceAll("[0-9]+$", ""));
        return book.number(new Trait(sort, "m", trait, ""));
    }

    private Choice choose(int size) {
        return Choice.of(candidates.all(), book, size);
    }

    private static List<String> keys(Choice choice) {
        return choice.records().stream().map(Candidate::key).toList();
    }
}
