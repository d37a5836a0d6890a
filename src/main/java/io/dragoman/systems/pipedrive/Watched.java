package io.dragoman.systems.pipedrive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields of each kind that a person can change, and the keys of a row they stand under: those of the mapping language by their
 * names, and what else the bodies of changes take by Pipedrive's own keys. What Pipedrive computes is not among them, nor what merely
 * looking at a record changes, as {@code was_seen} of a lead. Source: request bodies of the official descriptions, August 2026.
 */
final class Watched {
    private static final Map<Kind, Map<String, List<String>>> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(Kind.PERSON, fields("""
                    label_ids visible_to marketing_status postal_address notes im birthday job_title
                    """)),
            Map.entry(Kind.ORGANIZATION, fields("""
                    label_ids visible_to linkedin industry annual_revenue employee_count
                    """)),
            Map.entry(Kind.DEAL, fields("""
                    value=value,currency pipeline=pipeline_id stage=stage_id close_time label_ids visible_to is_archived
                    """)),
            Map.entry(Kind.PRODUCT, fields("""
                    prices category is_linkable visible_to billing_frequency billing_frequency_cycles
                    """)),
            Map.entry(Kind.ACTIVITY, fields("""
                    type due=due_date,due_time duration note person=participants participants attendees priority project_id
                    """)),
            Map.entry(Kind.NOTE, fields("""
                    content project_id task_id pinned=pinned_to_deal_flag,pinned_to_lead_flag,pinned_to_person_flag,\
                    pinned_to_organization_flag,pinned_to_project_flag,pinned_to_task_flag
                    """)),
            Map.entry(Kind.LEAD, fields("value visible_to is_archived channel channel_id")),
            Map.entry(Kind.DEAL_PARTICIPANT, fields("deal=deal_id")),
            Map.entry(Kind.FILE, fields("description"))));

    /** Fields that follow others: a change of one may show in all of them. */
    private static final List<Set<String>> TOGETHER = List.of(
            Set.of("status", "won_time", "lost_time", "lost_reason", "close_time", "probability"),
            Set.of("pipeline", "stage", "probability"),
            Set.of("due", "due_date", "due_time"),
            Set.of("person", "participants"),
            Set.of("user", "content"));

    private Watched() {}

    /** Keys of a row by the name of the field. */
    static Map<String, List<String>> of(Kind kind) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        StandardFields.of(kind).forEach((field, column) -> {
            if (kind == Kind.NOTE || !StandardFields.onlyWhenMade(field)) {
                fields.put(field, List.of(column.key()));
            }
        });
        fields.putAll(FIELDS.getOrDefault(kind, Map.of()));
        return fields;
    }

    /** The fields that a change of these may show in. */
    static Set<String> touchedBy(Set<String> changed) {
        Set<String> touched = new LinkedHashSet<>(changed);
        TOGETHER.stream()
                .filter(group -> group.stream().anyMatch(changed::contains))
                .forEach(touched::addAll);
        return touched;
    }

    private static Map<String, List<String>> fields(String words) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String word : words.strip().split("\\s+")) {
            String[] nameAndKeys = word.split("=", 2);
            fields.put(
                    nameAndKeys[0], new ArrayList<>(Arrays.asList(nameAndKeys[nameAndKeys.length - 1].split(",", -1))));
        }
        return fields;
    }
}
