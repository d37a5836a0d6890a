package io.dragoman.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.Owner;
import io.dragoman.ledger.Owner.State;
import io.dragoman.ledger.SealKey;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Catalogue.User;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import io.dragoman.run.OwnerMatch.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who of the source is which user, in every state. */
class OwnerMatchTest {
    private static final User DESK = new User("1", "Desk", "desk@dental.example", true);
    private static final User ANA = new User("2", "Ana", "ana@dental.example", true);
    private static final User GONE = new User("3", "Gone", "gone@dental.example", false);

    private Ledger ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = Ledger.open(
                new LedgerAddress("jdbc:hsqldb:file:" + folder.resolve("ledger"), "", ""),
                "test",
                SealKey.at(folder.resolve("key")));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private OwnerMatch match(Map<String, String> emails, Map<String, String> aliases, @Nullable String fallback) {
        return new OwnerMatch(ledger.owners(), Set.of("people"), new OwnerMatch.Rules(emails, aliases, fallback));
    }

    private OwnerMatch match() {
        return match(Map.of(), Map.of(), DESK.email());
    }

    private static Catalogue account(User... users) {
        return new Catalogue("test", "USD", Map.of(), List.of(), Map.of(), Map.of(), Set.of(), List.of(users));
    }

    private static Person person(String key, @Nullable String email) {
        return new Person(key, "Name", email);
    }

    private static Owner only(OwnerMatch match) {
        assertThat(match.all()).hasSize(1);
        return match.all().get(0);
    }

    private static List<String> codes(OwnerMatch match) {
        return match.problems().stream().map(Problem::code).toList();
    }

    private static TargetId userOf(OwnerMatch match, String key) {
        return match.userFor("people", key, () -> new RecordProblem(new Problem("owner-waiting", key, "")))
                .orElseThrow();
    }

    @Test
    void an_e_mail_matches_whatever_its_case() {
        OwnerMatch match = match();
        assertThat(match.match(List.of(person("a", "ANA@Dental.Example")), account(DESK, ANA)))
                .isEmpty();
        assertThat(only(match)).extracting(Owner::state, Owner::user).containsExactly(State.MATCHED, "2");
    }

    @Test
    void an_alias_of_an_alias_is_followed() {
        OwnerMatch match = match(
                Map.of(), Map.of("old@x.example", "Newer@x.example", "newer@x.example", ANA.email()), DESK.email());
        match.match(List.of(person("a", "OLD@x.example")), account(DESK, ANA));
        assertThat(only(match).user()).isEqualTo("2");
    }

    @Test
    void aliases_in_a_circle_are_a_problem_and_match_nobody() {
        OwnerMatch match =
                match(Map.of(), Map.of("a@x.example", "b@x.example", "b@x.example", "a@x.example"), DESK.email());
        match.match(List.of(person("a", "a@x.example")), account(DESK, ANA));
        assertThat(only(match).state()).isEqualTo(State.FALLBACK);
        assertThat(codes(match)).containsExactly("owner-alias-circle");
    }

    @Test
    void the_migration_file_wins_over_the_e_mail_of_the_source() {
        OwnerMatch match = match(Map.of("a", ANA.email()), Map.of(), DESK.email());
        match.match(List.of(person("a", "other@x.example")), account(DESK, ANA));
        assertThat(only(match).user()).isEqualTo("2");
    }

    @Test
    void whoever_has_no_e_mail_goes_to_the_fallback() {
        OwnerMatch match = match();
        match.match(List.of(person("a", null)), account(DESK, new User("9", "No mail", "", true)));
        assertThat(only(match)).extracting(Owner::state, Owner::user).containsExactly(State.FALLBACK, "1");
    }

    @Test
    void without_a_fallback_records_wait() {
        OwnerMatch match = match(Map.of(), Map.of(), null);
        match.match(List.of(person("a", "nobody@x.example")), account(DESK));
        assertThat(only(match)).extracting(Owner::state, Owner::user).containsExactly(State.WAITING, null);
        assertThatThrownBy(() -> userOf(match, "a")).isInstanceOf(RecordProblem.class);
        assertThat(match.asked()).containsEntry("a", 1L);
    }

    @Test
    void a_deactivated_user_owns_nothing_and_the_state_says_so() {
        OwnerMatch match = match();
        assertThat(match.match(List.of(person("a", GONE.email())), account(DESK, GONE)))
                .hasSize(1);
        assertThat(only(match)).extracting(Owner::state, Owner::user).containsExactly(State.INACTIVE, "1");
        assertThat(codes(match)).isEmpty();
    }

    @Test
    void of_two_users_with_one_e_mail_the_active_one_counts() {
        OwnerMatch match = match();
        match.match(List.of(person("a", ANA.email())), account(DESK, new User("7", "Ana", ANA.email(), false), ANA));
        assertThat(only(match).user()).isEqualTo("2");
    }

    @Test
    void two_active_users_with_one_e_mail_are_a_problem() {
        OwnerMatch match = match();
        match.match(List.of(person("a", ANA.email())), account(DESK, ANA, new User("7", "Ana", ANA.email(), true)));
        assertThat(codes(match)).containsExactly("user-ambiguous");
    }

    @Test
    void two_people_may_share_a_user() {
        OwnerMatch match = match();
        match.match(List.of(person("a", ANA.email()), person("b", ANA.email())), account(DESK, ANA));
        assertThat(match.all()).extracting(Owner::user).containsExactly("2", "2");
        assertThat(codes(match)).isEmpty();
    }

    @Test
    void a_user_who_left_since_somebody_was_matched_is_a_problem_until_it_was_shown() {
        List<Person> people = List.of(person("a", ANA.email()));
        OwnerMatch first = match();
        first.match(people, account(DESK, ANA));
        first.remember();
        User left = new User("2", "Ana", ANA.email(), false);

        OwnerMatch run = match();
        run.match(people, account(DESK, left));
        assertThat(codes(run)).containsExactly("owner-inactive");
        run.remember();

        OwnerMatch after = match();
        after.match(people, account(DESK, left));
        assertThat(codes(after)).isEmpty();
        assertThat(only(after).history()).contains("matched 2 -> inactive 1");
    }

    @Test
    void a_decision_stays_and_is_a_problem_while_its_user_is_deactivated() {
        List<Person> people = List.of(person("a", null));
        OwnerMatch first = match();
        first.match(people, account(DESK, ANA));
        first.decide(only(first), "2");
        first.remember();
        assertThat(userOf(first, "a")).isEqualTo(new TargetId("2"));

        OwnerMatch later = match();
        later.match(people, account(DESK, new User("2", "Ana", ANA.email(), false)));
        assertThat(only(later).state()).isEqualTo(State.REASSIGNED);
        assertThat(codes(later)).containsExactly("owner-inactive");
        later.decide(only(later), "1");
        assertThat(codes(later)).isEmpty();
        assertThat(only(later).history()).contains("fallback 1 -> reassigned 2", "reassigned 2 -> reassigned 1");
    }

    @Test
    void a_fallback_nobody_has_is_a_problem() {
        OwnerMatch match = match();
        match.match(List.of(), account(ANA));
        assertThat(codes(match)).containsExactly("fallback-owner-unknown");
    }
}
