package io.dragoman.model;

import java.util.List;
import java.util.Map;

/** One thing an account must have before the first record: made by {@code prepare}, remembered, and taken back by rollback. */
public sealed interface SchemaItem {
    /** Stable name in the ledger, such as {@code field/person/Missing_Email__c}. */
    String name();

    /** A custom field, with its options when it is a choice. */
    record CustomField(String kind, String field, Mapping.FieldType type, List<String> options) implements SchemaItem {
        @Override
        public String name() {
            return "field/" + kind + "/" + field;
        }
    }

    /** Options that a field which exists already lacks. */
    record MoreOptions(String kind, String field, String fieldKey, List<String> labels) implements SchemaItem {
        @Override
        public String name() {
            return "options/" + kind + "/" + field;
        }
    }

    record Pipeline(String pipeline) implements SchemaItem {
        @Override
        public String name() {
            return "pipeline/" + pipeline;
        }
    }

    /** A stage; stages of a pipeline are made in order, because their order cannot be set. */
    record Stage(String pipeline, String stage) implements SchemaItem {
        @Override
        public String name() {
            return "stage/" + pipeline + "/" + stage;
        }
    }

    record ActivityType(String type) implements SchemaItem {
        @Override
        public String name() {
            return "activity-type/" + type;
        }
    }

    record LeadLabel(String label) implements SchemaItem {
        @Override
        public String name() {
            return "lead-label/" + label;
        }
    }

    /**
     * What making one of them gave.
     *
     * @param id to take it back with
     * @param bindings names and ids to remember, such as {@code option/person/Recall_Type__c/PROPHY} to an option id
     */
    record Made(TargetId id, Map<String, String> bindings) {}
}
