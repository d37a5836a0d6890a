package io.dragoman.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All rules of ours together, with what is known of each account they are about. Thread-safe. */
final class OwnRules {
    private static final List<Rule> STATELESS =
            List.of(AddressRules::check, TimeRules::check, RecordRules::check, SizeRules::check);

    private final Map<String, KnownFields> accounts = new ConcurrentHashMap<>();

    /** Everything that is wrong with the request. */
    List<String> faults(Asked asked) {
        List<String> faults = new ArrayList<>();
        STATELESS.forEach(rule -> rule.check(asked, faults::add));
        new CustomValueRules(of(asked)).check(asked, faults::add);
        return faults;
    }

    /** Takes from an answer which custom fields and options the account has. */
    void learn(Asked asked, JsonNode answer) {
        of(asked).learn(asked, answer);
    }

    private KnownFields of(Asked asked) {
        return accounts.computeIfAbsent(asked.seen().account(), account -> new KnownFields());
    }
}
