package io.dragoman.sandbox;

import java.time.Duration;
import java.util.List;

/** Settings while one of them is being changed. */
final class SettingsDraft {
    int port;
    String token;
    int burstPer2s;
    int searchPer2s;
    long dailyTokens;
    long dailyRequests;
    Duration dayLength;
    long latencyMillis;
    long jitterMillis;
    long seed;
    boolean record;
    List<SandboxUser> users;
    boolean admin;
    int customFieldCap;
    boolean dailyTokenHeaders;
    boolean banIgnored429s;
    int searchLagRequests;
    long searchLagMillis;
    int dealCap;
    boolean waitlist;
    Duration clockOff;

    SettingsDraft(SandboxSettings from) {
        port = from.port();
        token = from.token();
        burstPer2s = from.burstPer2s();
        searchPer2s = from.searchPer2s();
        dailyTokens = from.dailyTokens();
        dailyRequests = from.dailyRequests();
        dayLength = from.dayLength();
        latencyMillis = from.latencyMillis();
        jitterMillis = from.jitterMillis();
        seed = from.seed();
        record = from.record();
        users = from.users();
        admin = from.admin();
        customFieldCap = from.customFieldCap();
        dailyTokenHeaders = from.dailyTokenHeaders();
        banIgnored429s = from.banIgnored429s();
        searchLagRequests = from.searchLagRequests();
        searchLagMillis = from.searchLagMillis();
        dealCap = from.dealCap();
        waitlist = from.waitlist();
        clockOff = from.clockOff();
    }

    SandboxSettings settings() {
        return new SandboxSettings(
                port,
                token,
                burstPer2s,
                searchPer2s,
                dailyTokens,
                dailyRequests,
                dayLength,
                latencyMillis,
                jitterMillis,
                seed,
                record,
                users,
                admin,
                customFieldCap,
                dailyTokenHeaders,
                banIgnored429s,
                searchLagRequests,
                searchLagMillis,
                dealCap,
                waitlist,
                clockOff);
    }
}
