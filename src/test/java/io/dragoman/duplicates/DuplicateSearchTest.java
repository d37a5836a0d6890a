package io.dragoman.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Human;
import io.dragoman.model.HumanFact;
import io.dragoman.model.Humans;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is proposed as the same human, and who never is. */
class DuplicateSearchTest {
    @Test
    void in_generated_households_nearly_all_duplicates_are_proposed_and_nobody_wrong_is_held_for_certain() {
        for (long seed = 1; seed <= 5; seed++) {
            Town town = Town.of(2_000, seed);

            Duplicates found = DuplicateSearch.among(town.humans());

            List<Likeness> wrong = found.pairs().stream()
                    .filter(pair -> !town.isSame(pair) && pair.probability() > 0.99)
                    .toList();
            long right = found.pairs().stream().filter(town::isSame).count();
            assertThat(wrong).as("wrong and certain, seed %d", seed).isEmpty();
            assertThat((double) right / town.truePairs())
                    .as("share of the true pairs that is proposed, seed %d", seed)
                    .isGreaterThanOrEqualTo(0.97);
            assertThat(found.pairs().size() - right)
                    .as("wrong proposals, seed %d", seed)
                    .isLessThan(town.truePairs() / 5);
        }
    }

    @Test
    void the_same_human_written_with_slips_is_proposed() {
        assertThat(probability(
                        "Katherine|Oyelaran|1988-04-12|f|kate@example.com|(918) 555-0100|80 Mill Street|74063|",
                        "Kathrine|Oyelaran|1988-04-12|F||918-555-0100|80 Mill St.|74063-1201|"))
                .isGreaterThan(0.9);
        assertThat(probability(
                        "Robert|Oyelaran|1988-04-12|m||(918) 555-0100|80 Mill Street|74063|",
                        "Bob|Oyelaran|1988-04-12|m||(918) 555-0100|80 Mill Street|74063|"))
                .isGreaterThan(0.99);
        assertThat(probability("Ana|Núñez|1988-04-12|f||||74063|", "Ana|Nunez|1988-04-12|f||||74063|"))
                .isGreaterThan(0.9);
        assertThat(probability(
                        "Oyelaran|Ana|1988-04-12|f||(918) 555-0100|||", "Ana|Oyelaran|1988-04-12|f||(918) 555-0100|||"))
                .isGreaterThan(0.9);
        assertThat(probability(
                        "Ana|Oyelaran|1988-04-12|f|ana@example.com|(918) 555-0100|||",
                        "Ana|Whitfield|1988-04-12|f|ana@example.com|(918) 555-0100|||"))
                .as("a new surname after a wedding")
                .isGreaterThan(0.5);
    }

    @Test
    void members_of_a_household_are_not_proposed() {
        String home = "|home@example.com|(918) 555-0100|80 Mill Street|74063|";
        assertThat(probability("Ana|Oyelaran|1988-04-12|f" + home, "Ben|Oyelaran|1986-11-02|m" + home))
                .as("a couple")
                .isLessThan(0.01);
        assertThat(probability("Ana|Oyelaran|1988-04-12|f" + home, "Ana|Oyelaran|2015-06-30|f" + home))
                .as("a daughter with her mother's name")
                .isLessThan(0.5);
        assertThat(probability("Carl|Oyelaran|1958-04-12|m" + home + "Sr", "Carl|Oyelaran|1988-04-12|m" + home + "Jr"))
                .as("father and son, a digit apart")
                .isLessThan(0.5);
        assertThat(probability("Jonas|Oyelaran|2015-06-30|m" + home, "Marta|Oyelaran|2015-06-30|f" + home))
                .as("twins")
                .isLessThan(0.05);
        assertThat(probability("Jayden|Oyelaran|2015-06-30|m" + home, "Hayden|Oyelaran|2015-06-30|m" + home))
                .as("twins with names that look alike")
                .isLessThan(0.99);
    }

    @Test
    void what_only_families_share_never_makes_certain() {
        String home = "|home@example.com|(918) 555-0100|80 Mill Street|74063|";
        assertThat(probability("Carl|Oyelaran||m" + home, "Carl|Oyelaran||m" + home))
                .as("no birthday, so perhaps father and son")
                .isBetween(0.5, 0.99);
    }

    @Test
    void a_blurred_row_brings_two_people_not_together() {
        String home = "|Oyelaran|2015-06-30|m|home@example.com|(918) 555-0100|80 Mill Street|74063|";
        Duplicates found =
                DuplicateSearch.among(humans("Jonas" + home, "Marta" + home, "Jonas" + home, "Marta" + home));

        assertThat(found.clusters()).extracting(Cluster::keys).containsExactly(List.of("1", "3"), List.of("2", "4"));
    }

    @Test
    void each_fact_says_what_it_adds_and_shows_no_value() {
        Duplicates found = DuplicateSearch.among(humans(
                "Katherine|Oyelaran|1988-04-12|f|kate@example.com|(918) 555-0100|80 Mill Street|74063|",
                "Kathrine|Oyelaran|1988-04-12|f|kate@example.com|(918) 555-0199|80 Mill Street|74063|"));

        Likeness pair = found.pairs().get(0);
        assertThat(pair.evidence())
                .extracting(evidence -> evidence.fact().word() + " " + evidence.agreement())
                .contains("first-name NEARLY", "last-name SAME", "born SAME", "emails SAME", "address SAME");
        assertThat(pair.evidence().get(0).words()).startsWith("first-name: a slip of the keyboard apart (+");
        assertThat(pair.toString()).doesNotContain("athrine", "Oyelaran", "1988", "kate", "0100", "Mill");
    }

    @Test
    void an_empty_source_and_rows_that_tell_nothing_have_no_duplicates() {
        assertThat(DuplicateSearch.among(humans()).pairs()).isEmpty();
        assertThat(DuplicateSearch.among(humans("||||||||", "||||||||")).pairs())
                .isEmpty();
    }

    @Test
    void the_offices_own_telephone_on_every_row_finds_nobody() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add("Name" + (char) ('a' + i % 26) + "|Family" + Integer.toString(i * 7919, 36)
                    + "||||(918) 555-0100|||");
        }

        Duplicates found = DuplicateSearch.among(humans(rows.toArray(String[]::new)));

        assertThat(found.crowded()).isEqualTo(400L * 399 / 2);
        assertThat(found.pairs()).isEmpty();
    }

    private static double probability(String one, String other) {
        Duplicates found = DuplicateSearch.among(humans(one, other));
        return found.pairs().isEmpty() ? 0 : found.pairs().get(0).probability();
    }

    /** Drawn as {@code first|last|born|gender|e-mail|telephone|street|postal code|suffix}. */
    private static Humans humans(String... rows) {
        List<HumanFact> facts = List.of(
                HumanFact.FIRST_NAME,
                HumanFact.LAST_NAME,
                HumanFact.BORN,
                HumanFact.GENDER,
                HumanFact.EMAILS,
                HumanFact.PHONES,
                HumanFact.ADDRESS,
                HumanFact.ADDRESS,
                HumanFact.SUFFIX);
        List<Human> humans = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            Map<HumanFact, List<String>> told = new EnumMap<>(HumanFact.class);
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    told.computeIfAbsent(facts.get(i), any -> new ArrayList<>()).add(cells[i]);
                }
            }
            humans.add(new Human(String.valueOf(humans.size() + 1), humans.size() + 1L, told));
        }
        return new ListedHumans(humans);
    }
}
