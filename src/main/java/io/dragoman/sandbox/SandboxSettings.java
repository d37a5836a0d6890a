package io.dragoman.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a {@link Sandbox} behaves. Immutable; start from {@link #defaults()} and change one thing at a time.
 *
 * @param port loopback port; 0 takes a free one
 * @param token the one API token that is let in
 * @param burstPer2s requests in any rolling two seconds, all endpoints together; 0 for no limit
 * @param searchPer2s the same for search endpoints alone; 0 for no limit
 * @param dailyTokens tokens per day; 0 for no limit
 * @param dailyRequests writing requests per day, told in {@code x-daily-requests-left}; 429 when they are used up
 * @param dayLength length of a day; shorter than 24 hours: days begin with the start of the sandbox; else at midnight UTC
 * @param latencyMillis how long every answer is held
 * @param jitterMillis at most this much is added to the latency of each answer
 * @param seed decides field codes, option ids and jitter
 * @param record whether requests and answers are kept for {@link Sandbox#requests()}
 * @param users users of the account; the first active one owns the token
 * @param admin whether the token's user is an administrator
 * @param customFieldCap custom fields of all kinds together; 0 for no limit
 * @param dailyTokenHeaders whether answers tell the day's token limit and what is left of it
 * @param banIgnored429s whether more than 20 burst 429s within 10 s earn a ban of 60 s; only with a burst limit
 * @param searchLagRequests a written record is found by search only after this many later requests
 * @param searchLagMillis and after this many milliseconds
 * @param dealCap deals that are not deleted; 0 for no limit
 * @param waitlist whether a deal over the cap is taken and not listed, rather than refused
 * @param clockOff how far the account's clock is ahead of this machine's; negative when it is behind. The header {@code Date} is not
 *     touched by it
 */
public record SandboxSettings(
        int port,
        String token,
        int burstPer2s,
        int searchPer2s,
        long dailyTokens,
        long dailyRequests,
        Duration dayLength,
        long latencyMillis,
        long jitterMillis,
        long seed,
        boolean record,
        List<SandboxUser> users,
        boolean admin,
        int customFieldCap,
        boolean dailyTokenHeaders,
        boolean banIgnored429s,
        int searchLagRequests,
        long searchLagMillis,
        int dealCap,
        boolean waitlist,
        Duration clockOff) {

    public SandboxSettings {
        users = List.copyOf(users);
        if (users.stream().noneMatch(SandboxUser::active)) {
            throw new IllegalArgumentException("a sandbox needs at least one active user");
        }
        if (dayLength.isNegative() || dayLength.isZero()) {
            throw new IllegalArgumentException("a day must be longer than nothing");
        }
    }

    /** No burst limit, no daily limit, no latency, three invented users, a new seed on every call. */
    public static SandboxSettings defaults() {
        List<SandboxUser> users = List.of(
                new SandboxUser(11, "Ada Example", "ada@example.com", true),
                new SandboxUser(12, "Ben Example", "ben@example.com", true),
                new SandboxUser(13, "Cleo Example", "cleo@example.com", false));
        long seed = new SecureRandom().nextLong();
        return new SandboxSettings(
                0,
                "sandbox-token",
                0,
                10,
                0,
                10_000_000,
                Duration.ofHours(24),
                0,
                0,
                seed,
                false,
                users,
                true,
                0,
                true,
                true,
                3,
                0,
                0,
                false,
                Duration.ZERO);
    }

    public SandboxSettings withPort(int port) {
        return change(draft -> draft.port = port);
    }

    public SandboxSettings withToken(String token) {
        return change(draft -> draft.token = token);
    }

    public SandboxSettings withBurstPer2s(int burstPer2s) {
        return change(draft -> draft.burstPer2s = burstPer2s);
    }

    public SandboxSettings withSearchPer2s(int searchPer2s) {
        return change(draft -> draft.searchPer2s = searchPer2s);
    }

    public SandboxSettings withDailyTokens(long dailyTokens) {
        return change(draft -> draft.dailyTokens = dailyTokens);
    }

    public SandboxSettings withDailyRequests(long dailyRequests) {
        return change(draft -> draft.dailyRequests = dailyRequests);
    }

    public SandboxSettings withDayLength(Duration dayLength) {
        return change(draft -> draft.dayLength = dayLength);
    }

    public SandboxSettings withLatencyMillis(long latencyMillis) {
        return change(draft -> draft.latencyMillis = latencyMillis);
    }

    public SandboxSettings withJitterMillis(long jitterMillis) {
        return change(draft -> draft.jitterMillis = jitterMillis);
    }

    public SandboxSettings withSeed(long seed) {
        return change(draft -> draft.seed = seed);
    }

    public SandboxSettings withRecord(boolean record) {
        return change(draft -> draft.record = record);
    }

    public SandboxSettings withUsers(List<SandboxUser> users) {
        return change(draft -> draft.users = users);
    }

    public SandboxSettings withAdmin(boolean admin) {
        return change(draft -> draft.admin = admin);
    }

    public SandboxSettings withCustomFieldCap(int customFieldCap) {
        return change(draft -> draft.customFieldCap = customFieldCap);
    }

    public SandboxSettings withDailyTokenHeaders(boolean dailyTokenHeaders) {
        return change(draft -> draft.dailyTokenHeaders = dailyTokenHeaders);
    }

    public SandboxSettings withBanIgnored429s(boolean banIgnored429s) {
        return change(draft -> draft.banIgnored429s = banIgnored429s);
    }

    public SandboxSettings withSearchLagRequests(int searchLagRequests) {
        return change(draft -> draft.searchLagRequests = searchLagRequests);
    }

    public SandboxSettings withSearchLagMillis(long searchLagMillis) {
        return change(draft -> draft.searchLagMillis = searchLagMillis);
    }

    public SandboxSettings withDealCap(int dealCap) {
        return change(draft -> draft.dealCap = dealCap);
    }

    public SandboxSettings withWaitlist(boolean waitlist) {
        return change(draft -> draft.waitlist = waitlist);
    }

    public SandboxSettings withClockOff(Duration clockOff) {
        return change(draft -> draft.clockOff = clockOff);
    }

    private SandboxSettings change(Consumer<SettingsDraft> change) {
        SettingsDraft draft = new SettingsDraft(this);
        change.accept(draft);
        return draft.settings();
    }
}
