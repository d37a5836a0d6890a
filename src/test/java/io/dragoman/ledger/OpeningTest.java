package io.dragoman.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class OpeningTest extends OnBothDatabases {
    @Test
    void another_key_is_refused_and_the_ledger_stays_usable() {
        ledger.close();
        assertThat(codeOf(() -> Ledger.open(address, "acme", SealKey.at(folder.resolve("another.key")))))
                .isEqualTo("seal-key-wrong");
        ledger = Ledger.open(address, "acme", key);
        settled("p-1", "7");
    }

    @Test
    void a_migration_is_open_once_in_a_process() {
        assertThat(codeOf(() -> Ledger.open(address, "acme", key))).isEqualTo("ledger-in-use");
        settled("p-1", "7");
    }

    @Test
    void closing_twice_does_nothing() {
        ledger.close();
        ledger.close();
        reopen();
        assertThat(ledger.runs().all()).hasSize(1);
    }

    @Test
    void a_closed_ledger_refuses_to_write() {
        ledger.close();
        assertThat(codeOf(() -> ledger.runs().start(RunMode.PLAN, "hash"))).isEqualTo("ledger-not-writable");
        assertThat(codeOf(() -> ledger.tokens().spend("acme", LocalDate.EPOCH, "list", 1)))
                .isEqualTo("ledger-not-writable");
    }

    @Test
    void tables_of_a_later_version_are_refused() {
        sql(
                "insert into \"ledger_version\" select \"installed_rank\" + 99, '99', \"description\", \"type\", 'V99__later.sql',"
                        + " \"checksum\", \"installed_by\", \"installed_on\", \"execution_time\", \"success\" from"
                        + " \"ledger_version\" where \"version\" = '1'");
        ledger.close();
        assertThat(codeOf(() -> Ledger.open(address, "acme", key))).isEqualTo("ledger-wrong-version");
    }

    @Test
    void tables_that_a_kill_left_half_made_are_made_anew() {
        assumeTrue(address.isFile(), "PostgreSQL makes all of them or none");
        sql("drop table migration cascade");
        sql("delete from \"ledger_version\" where \"version\" is not null");
        ledger.close();
        ledger = Ledger.open(address, "acme", key);
        assertThat(ledger.runs().all()).isEmpty();
        assertThat(ledger.quarantine().open(1, null)).isEmpty();
    }

    @Test
    void tables_of_a_ledger_that_was_used_are_never_made_anew() {
        sql("delete from \"ledger_version\" where \"version\" is not null");
        ledger.close();
        assertThat(codeOf(() -> Ledger.open(address, "acme", key))).isEqualTo("ledger-wrong-version");
    }

    @Test
    void a_wrong_password_is_told_and_never_shown() {
        ledger.close();
        LedgerAddress wrong = new LedgerAddress(address.url(), address.user(), "canary-password");
        assertThat(codeOf(() -> Ledger.open(wrong, "acme", key))).isEqualTo("ledger-unreachable");
        StringWriter trace = new StringWriter();
        catchThrowable(() -> Ledger.open(wrong, "acme", key)).printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("canary-password");
        assertThat(wrong.toString()).doesNotContain("canary-password");
    }
}
