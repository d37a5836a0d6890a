package io.dragoman.app;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.dragoman.systems.pipedrive.OAuth;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads the {@code target} block of a migration file. */
final class TargetBlock {
    private final MigrationTree tree;

    TargetBlock(MigrationTree tree) {
        this.tree = tree;
    }

    /** The block, as far as it can be read; what is wrong in it is remembered by the tree. */
    MigrationFile.Target read() {
        boolean named = tree.root().at("/target/base-url") instanceof MissingNode;
        URI base = URI.create(
                named
                        ? "https://" + tree.text("/target/company", "") + ".pipedrive.com"
                        : tree.text("/target/base-url", ""));
        AccountPlan plan = AccountPlan.of(tree.text("/target/plan", "lite"));
        MigrationFile.Target target = new MigrationFile.Target(
                tree.text("/target/system", ""),
                tree.text("/target/company", "sandbox"),
                base,
                app(base),
                tree.secret(tree.root().at("/target").has("oauth") ? "/target/oauth/refresh-token" : "/target/token"),
                plan,
                tree.root().at("/target/seats").asInt(1),
                tree.root().at("/target/daily-tokens").asLong(0),
                Integer.parseInt(tree.text("/target/reserve", "10%").replace("%", "")) / 100.0,
                day(),
                Duration.ofSeconds(tree.root().at("/target/answer-within").asLong(30)),
                bytes(tree.text("/target/largest-file", "50 MB")));
        if (plan == AccountPlan.UNLIMITED && !target.loopback()) {
            tree.problem(
                    "plan-only-for-loopback",
                    "/target/plan",
                    "unlimited is for a target on this machine; name the account's plan.");
        }
        if (!tree.root().at("/target/day-length").isMissingNode() && !target.loopback()) {
            tree.problem(
                    "day-length-only-for-loopback",
                    "/target/day-length",
                    "a short day is for rehearsals with a target on this machine; leave it out.");
        }
        if (base.getScheme().equals("http") && !target.loopback()) {
            tree.problem(
                    "target-not-encrypted",
                    "/target/base-url",
                    "a target elsewhere needs https, or the token travels in clear.");
        }
        return target;
    }

    private MigrationFile.@Nullable App app(URI base) {
        if (!tree.root().at("/target").has("oauth")) {
            return null;
        }
        String named = tree.textOrNull("/target/oauth/token-url");
        URI tokenUrl = named == null ? OAuth.TOKEN_URL : URI.create(named);
        if (named == null && MigrationFile.isThisMachine(base)) {
            tree.problem(
                    "token-url-missing",
                    "/target/oauth",
                    "a target on this machine renews its own tokens; name its token-url.");
        }
        if (!"https".equals(tokenUrl.getScheme()) && !MigrationFile.isThisMachine(tokenUrl)) {
            tree.problem(
                    "target-not-encrypted",
                    "/target/oauth/token-url",
                    "an address elsewhere needs https, or the app's secrets travel in clear.");
        }
        return new MigrationFile.App(
                tree.text("/target/oauth/client-id", ""), tree.secret("/target/oauth/client-secret"), tokenUrl);
    }

    private MigrationFile.Day day() {
        MigrationFile.Day usual = MigrationFile.Day.USUAL;
        String[] begins = tree.text("/target/day-begins", "00:00 UTC").split(" ", 2);
        ZoneId zone = usual.zone();
        try {
            zone = ZoneId.of(begins[1]);
        } catch (DateTimeException e) {
            tree.problem(
                    "time-zone-unknown",
                    "/target/day-begins",
                    "there is no such zone; write a time and a name, such as 00:00 America/Chicago.");
        }
        return new MigrationFile.Day(
                LocalTime.parse(begins[0]),
                zone,
                Duration.ofSeconds(tree.root()
                        .at("/target/day-length")
                        .asLong(usual.length().toSeconds())),
                tree.root().at("/target/writes-a-day").asLong(0));
    }

    /** A megabyte is a million bytes: nobody says which one the account means, and this is the smaller. */
    private static long bytes(String size) {
        return Long.parseLong(size.replaceAll("\\D", "")) * 1_000_000;
    }
}
