package io.dragoman.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an account has, as read at one moment.
 *
 * @param company short name of the account, for reports
 * @param currency the account's default, ISO 4217
 * @param fields custom fields by kind
 * @param pipelines in the account's order
 * @param activityTypes name to key, active ones only
 * @param leadLabels name to id
 * @param retired names of pipelines, stages and activity types that are there and cannot be used, such as
 *     {@code stage/Treatment plans/Proposed}
 * @param users everyone who can own a record, and those who no longer can
 */
public record Catalogue(
        String company,
        String currency,
        Map<String, List<Field>> fields,
        List<Pipeline> pipelines,
        Map<String, String> activityTypes,
        Map<String, String> leadLabels,
        Set<String> retired,
        List<User> users) {

    /**
     * A custom field: its name, the account's key, its type, and option ids by label. The type is the mapping language's word, such as
     * {@code several-choices}; the target's own word where no mapping can ask for it.
     */
    public record Field(String name, String key, String type, Map<String, String> options) {}

    /** A pipeline and the ids of its stages by name, in order. */
    public record Pipeline(String name, String id, Map<String, String> stages) {}

    /** A person of the account; the e-mail is in lower case. */
    public record User(String id, String name, String email, boolean active) {}
}
