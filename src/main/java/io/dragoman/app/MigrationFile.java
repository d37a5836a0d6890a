package io.dragoman.app;

import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.SealKey;
import io.dragoman.ledger.SigningKey;
import io.dragoman.mapping.Overrides;
import io.dragoman.mapping.Surroundings;
import io.dragoman.model.Policy;
import io.dragoman.systems.csv.Headers;
import io.dragoman.systems.pipedrive.OAuth;
import io.dragoman.systems.pipedrive.PipedriveSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One practice and one account: the file every verb works on, with relative paths resolved against its folder.
 *
 * @param file the file itself, absolute
 * @param name names the ledger rows
 * @param mappings folder of the mapping files
 * @param mappingOverrides value tables, links, left-behind and pipelines of this practice
 * @param waived codes of findings that stop others, which this practice goes on in spite of
 * @param deleted what becomes of records whose source record is deleted
 * @param sampling what a sample must show before a run
 */
record MigrationFile(
        Path file,
        String name,
        Path mappings,
        Source source,
        Target target,
        LedgerPlace ledger,
        Policy policy,
        Owners owners,
        Overrides mappingOverrides,
        Set<String> waived,
        DeletedPolicy deleted,
        Sampling sampling) {
    /** Four numbers, because {@code 127.0.0.1.example.com} is somebody else's. */
    private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

    private static final int OAUTH_FACTOR = 4;
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** A busy target on this machine is a rehearsal's. */
    private static final Duration LOOPBACK_RETRY = Duration.ofMillis(100);

    /**
     * Where the records come from; amounts are in this ISO 4217 currency.
     *
     * @param channel {@code csv}, {@code rest} or {@code jdbc}
     * @param folder of an export, or of files that rows name; null when a channel that needs none is given none
     * @param fileHosts hosts that files may be fetched from, lower case; empty when all files are in the folder
     * @param changes folder of exports that hold only what changed since; null when there are none
     * @param complete whether what the export does not hold is not at the source; null when its manifest tells
     * @param rest how an API is reached; null for other channels
     * @param jdbc how a database is reached; null for other channels
     * @param headers where an export's files and columns are called otherwise than in the layout
     * @param settings what the system's views are told otherwise than by the layout
     */
    record Source(
            String system,
            String channel,
            @Nullable Path folder,
            String region,
            ZoneId zone,
            String currency,
            Set<String> fileHosts,
            @Nullable Path changes,
            @Nullable Boolean complete,
            @Nullable ApiAddress rest,
            @Nullable DatabaseAddress jdbc,
            Headers headers,
            Map<String, String> settings) {

        /** Whether its rows can be had at all: a folder or a zip may be gone, anything else is asked. */
        boolean isThere() {
            return folder == null || !channel.equals("csv") || Files.exists(folder);
        }

        /** The route that stages its rows. */
        String stagingRoute() {
            return "direct:" + system + (channel.equals("csv") ? "" : "-" + channel) + "-stage";
        }

        /** Reads every secret once, so that a missing one is told before anything long begins. */
        void mustHaveSecrets(Map<String, String> environment) {
            Stream.of(
                            rest == null ? null : rest.apiKey(),
                            rest == null ? null : rest.clientSecret(),
                            jdbc == null ? null : jdbc.password())
                    .filter(Objects::nonNull)
                    .forEach(secret -> secret.read(environment));
        }
    }

    /**
     * The account's day of tokens and requests.
     *
     * @param begins in this zone, as far as anybody knows; a turn that is seen wins
     * @param length 24 hours, less only in a rehearsal
     * @param writes writing requests of one day; 0 when only the target's word counts
     */
    record Day(LocalTime begins, ZoneId zone, Duration length, long writes) {
        static final Day USUAL = new Day(LocalTime.MIDNIGHT, ZoneOffset.UTC, Duration.ofHours(24), 0);
    }

    /**
     * An OAuth app in place of an API token.
     *
     * @param tokenUrl where its access tokens are renewed
     */
    record App(String clientId, Secret clientSecret, URI tokenUrl) {}

    /**
     * The account that receives them.
     *
     * @param company names the account in the ledger and in reports
     * @param app null when an API token opens the account; else {@code token} is where the app's refresh token is
     * @param token where the token is; read when it is needed, never kept in a field that is printed
     * @param dailyTokens tokens of one day when told in the file, for accounts with top-ups; 0 when the plan decides
     * @param reserve share of the day's tokens left to other integrations, from 0 to 1
     * @param day when it begins and what else it is known to allow
     * @param largestFile bytes a file may have; what is larger is set aside
     * @param answerWithin how long an answer may take before it counts as lost
     */
    record Target(
            String system,
            String company,
            URI baseUrl,
            @Nullable App app,
            Secret token,
            AccountPlan plan,
            int seats,
            long dailyTokens,
            double reserve,
            Day day,
            Duration answerWithin,
            long largestFile) {

        /** Whether the target is on this machine, and so no real account. */
        boolean loopback() {
            return isThisMachine(baseUrl);
        }

        /** Requests in any two seconds; an OAuth app may send four times as many. */
        int burst() {
            return burst(plan);
        }

        /** The same, were the account on another plan. */
        int burst(AccountPlan other) {
            return app == null ? other.burst() : OAUTH_FACTOR * other.burst();
        }

        /** Reads every secret once, so that a missing one is told before anything long begins. */
        void mustHaveSecrets(Map<String, String> environment) {
            token.read(environment);
            if (app != null) {
                app.clientSecret().read(environment);
            }
        }

        /** Tokens of one day that this migration may spend; 0 when unlimited. */
        long tokensADay() {
            return wholeDay() - reserved();
        }

        /** Tokens of the account's day that stay for its other integrations. */
        long reserved() {
            return (long) (wholeDay() * reserve);
        }

        /** Tokens of a day, our reserve among them. */
        long wholeDay() {
            return dailyTokens > 0 ? dailyTokens : plan.tokensADay(seats);
        }
    }

    /** Where the ledger is; the password comes from the environment or a file. */
    record LedgerPlace(
            String url, @Nullable String user, @Nullable Secret password) {}

    /**
     * Who owns what.
     *
     * @param fallback e-mail of the user who gets what has no owner; null when such records wait
     * @param map e-mail by source key, for people of whom the source tells none or a wrong one
     * @param aliases e-mail by the e-mail the source tells
     */
    record Owners(@Nullable String fallback, Map<String, String> map, Map<String, String> aliases) {}

    /**
     * What a sample must show before a run.
     *
     * @param size records it has at most
     * @param gate share of the fields that must come back as expected, in hundredths of a percent
     */
    record Sampling(int size, int gate) {}

    static boolean isThisMachine(URI address) {
        String host = address.getHost();
        return host != null
                && (host.equals("localhost")
                        || host.equals("[::1]")
                        || LOOPBACK.matcher(host).matches());
    }

    LedgerAddress ledgerAddress(Map<String, String> environment) {
        Secret password = ledger.password();
        return new LedgerAddress(
                ledger.url(),
                ledger.user() == null ? "" : ledger.user(),
                password == null ? "" : password.read(environment));
    }

    /** The key that seals what the ledger keeps of records; made on first use, beside the ledger and not in it. */
    SealKey sealKey() {
        return SealKey.at(workFolder().resolve("seal.key"));
    }

    /** What is handed on is signed with it; made on first use. */
    SigningKey signingKey() {
        return SigningKey.at(workFolder().resolve("sign.key"));
    }

    /** What transforms know of the practice. */
    Surroundings surroundings() {
        return new Surroundings(source.region(), source.zone(), source.currency(), mappingOverrides);
    }

    /**
     * How the account is reached.
     *
     * @param environment where secrets are read anew for every request
     */
    PipedriveSettings pipedriveSettings(int workers, Map<String, String> environment) {
        PipedriveSettings settings = PipedriveSettings.of(
                        target.baseUrl(), () -> target.token().read(environment), target.burst())
                .withWorkers(workers)
                .withTimeouts(CONNECT_WITHIN, target.answerWithin(), REST)
                .withRetryDelay(target.loopback() ? LOOPBACK_RETRY : RETRY);
        App app = target.app();
        return app == null
                ? settings
                : settings.withOAuth(new OAuth(
                        app.clientId(), () -> app.clientSecret().read(environment), settings.token(), app.tokenUrl()));
    }

    Path reports() {
        return workFolder().resolve("reports");
    }

    /** Folder of everything this migration keeps beside the ledger: seal key, staging, reports. */
    Path workFolder() {
        return file.resolveSibling("data").resolve(name);
    }
}
