package io.dragoman.systems.pipedrive;

import io.dragoman.model.TargetRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Target records as a mapper would hand them over; all people are invented. */
final class Records {
    static final String SOURCE_FIELD = "Source_Patient_ID__c";

    private Records() {}

    /** A record of a kind without custom fields. */
    static TargetRecord plain(String mapping, String kind, String key, Map<String, Object> fields) {
        return new TargetRecord(mapping, kind, key, null, fields, Map.of(), List.of(), List.of());
    }

    /** A record that keeps its key in {@link #SOURCE_FIELD}. */
    static TargetRecord kept(String kind, String key, Map<String, Object> fields, Map<String, Object> custom) {
        Map<String, Object> withKey = new LinkedHashMap<>(custom);
        withKey.put(SOURCE_FIELD, key);
        return new TargetRecord("patient-to-" + kind, kind, key, key, fields, withKey, List.of(), List.of());
    }

    static TargetRecord person(String key) {
        return kept("person", key, Map.of("name", "Ada Example " + key), Map.of());
    }

    /** An activity, which needs nothing prepared. */
    static TargetRecord visit(String key) {
        return plain("visit-to-activity", "activity", key, Map.of("subject", "Visit", "type", "meeting"));
    }

    static TargetRecord lines(String key, Map<String, Object> fields, List<Map<String, Object>> lines) {
        List<TargetRecord.Line> all = lines.stream()
                .map(line -> new TargetRecord.Line(line, List.of()))
                .toList();
        return new TargetRecord("plan-lines", "deal-lines", key, null, fields, Map.of(), all, List.of());
    }
}
