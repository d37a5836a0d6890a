package io.dragoman.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One arrow: what a source object becomes in the target. Read from one file, immutable, shared by all workers.
 *
 * @param name file name without ending, such as {@code patient-to-person}; the word other mappings link through
 * @param title one sentence for people
 * @param from source object as {@code system.object}
 * @param to target kind as {@code system.kind}
 * @param why reason in plain words; may be empty
 * @param identity how a record is known again
 * @param leaveOut whole records that do not travel, and why
 * @param gathers children that are read with each record
 * @param rows target fields, custom fields and links, in the order of the file
 * @param lines the lines of one target record; null for every kind that has none
 * @param pipelines pipelines this mapping needs, each with its stages in order
 * @param activityTypes activity types this mapping needs beside those every account has
 * @param leadLabels lead labels this mapping needs
 * @param drawn what else of these the source brings
 * @param leftBehind source fields that do not travel, each with its reason
 * @param examples what must come out for what goes in
 * @param place the file
 * @param hash of the file's content; changes when the mapping does
 */
public record Mapping(
        String name,
        String title,
        String from,
        String to,
        String why,
        Identity identity,
        List<LeaveOut> leaveOut,
        List<Gather> gathers,
        List<Row> rows,
        @Nullable Lines lines,
        Map<String, List<String>> pipelines,
        List<String> activityTypes,
        List<String> leadLabels,
        Drawn drawn,
        Map<String, String> leftBehind,
        List<Example> examples,
        Place place,
        String hash) {

    /**
     * Records whose fields all have one of these values stay behind. An empty string stands for nothing.
     *
     * @param why for the report
     * @param named how a migration file speaks of the rule; null for a rule that always holds
     * @param holds whether it holds in this migration
     */
    public record LeaveOut(
            Map<String, Set<String>> when,
            String why,
            @Nullable String named,
            boolean holds) {
        /** A rule that always holds. */
        public LeaveOut(Map<String, Set<String>> when, String why) {
            this(when, why, null, true);
        }
    }

    /**
     * Children of a record, read by key.
     *
     * @param name the field under which the list appears in the source record
     * @param from source object as {@code system.object}
     * @param by column of the child to column of the record
     * @param order columns of the child that order the list; empty: the order of the file
     * @param where columns of the child and the values they may have; an empty string stands for nothing
     */
    public record Gather(
            String name, String from, Map<String, String> by, List<String> order, Map<String, Set<String>> where) {}

    /**
     * One target field: where it comes from and what happens on the way.
     *
     * @param target field name of the kind, or the exact name of a custom field
     * @param custom whether it is a custom field
     * @param type type of a custom field; null for a field every account has
     * @param options labels of a choice; empty when they come from the source or the type has none
     * @param optionsFrom {@code system.object.field} whose distinct values are the labels; null when listed
     * @param from source fields, in order; {@code gathered.column} reads a column of gathered children, and in a line a column
     *     of the line's own child; may be empty
     * @param single whether one field was named rather than a list, so transforms see a value and not a list
     * @param as transforms, left to right
     * @param through mappings whose lineage turns the key into a target id, tried with the field of the same position
     * @param phi class of the value
     * @param phiOf fields of {@code from} that are more protected than the value; one whose class may not leave comes as nothing
     * @param ifMissing what happens when nothing comes out
     * @param sourceWins whether the source's value is written over one that a person gave the field in the target
     * @param place in the file
     */
    public record Row(
            String target,
            boolean custom,
            @Nullable FieldType type,
            List<String> options,
            @Nullable String optionsFrom,
            List<String> from,
            boolean single,
            List<Step> as,
            List<String> through,
            PhiClass phi,
            Map<String, PhiClass> phiOf,
            IfMissing ifMissing,
            boolean sourceWins,
            Place place) {

        /** A row whose field keeps what a person gave it. */
        public Row(
                String target,
                boolean custom,
                @Nullable FieldType type,
                List<String> options,
                @Nullable String optionsFrom,
                List<String> from,
                boolean single,
                List<Step> as,
                List<String> through,
                PhiClass phi,
                IfMissing ifMissing,
                Place place) {
            this(
                    target,
                    custom,
                    type,
                    options,
                    optionsFrom,
                    from,
                    single,
                    as,
                    through,
                    phi,
                    Map.of(),
                    ifMissing,
                    false,
                    place);
        }

        /** Whether the row carries the id of another target record rather than a value. */
        public boolean isLink() {
            return !through.isEmpty();
        }

        /**
         * Every source field the row uses: what {@code from} names, and as {@code gathered.column} the columns of gathered
         * children that a transform's argument names under {@code column}, {@code columns} or {@code where}. No other key
         * of an argument names columns.
         */
        public Set<String> reads() {
            Set<String> reads = new LinkedHashSet<>(from);
            for (Step step : as) {
                if (step.argument() instanceof Map<?, ?> argument) {
                    for (String column : columnsOf(argument)) {
                        from.stream()
                                .filter(field -> field.indexOf('.') < 0)
                                .forEach(gather -> reads.add(gather + "." + column));
                    }
                }
            }
            return reads;
        }

        /** The class as which the value is shown: that of the row, or of a field that is more protected. */
        public PhiClass strictest() {
            return phi == PhiClass.NONE
                    ? phiOf.values().stream()
                            .filter(field -> field != PhiClass.NONE)
                            .findFirst()
                            .orElse(phi)
                    : phi;
        }

        /** Those of {@link #reads()} that the policy lets leave, when it lets the row. */
        public Set<String> reads(Policy policy) {
            Set<String> reads = reads();
            phiOf.forEach((field, stricter) -> {
                if (!policy.lets(stricter)) {
                    reads.remove(field);
                }
            });
            return reads;
        }

        private static Set<String> columnsOf(Map<?, ?> argument) {
            Set<String> columns = new LinkedHashSet<>();
            if (argument.get("column") instanceof String column) {
                columns.add(column);
            }
            if (argument.get("columns") instanceof List<?> several) {
                several.forEach(column -> columns.add(String.valueOf(column)));
            }
            if (argument.get("where") instanceof Map<?, ?> where) {
                where.keySet().forEach(column -> columns.add(String.valueOf(column)));
            }
            return columns;
        }
    }

    /** The lines of one target record: rows applied to each child of a gathered list, which sees the record's fields too. */
    public record Lines(String each, List<Row> rows) {}

    /** One named transform and its argument: null, a scalar, a list or a map, as the mapping gives it. */
    public record Step(String transform, @Nullable Object argument, Place place) {}

    /** What to do when a row comes out empty. */
    public enum IfMissing {
        /** A link's default, no word of the language: nothing named leaves it empty, a key that leads nowhere is a problem. */
        UNLESS_NAMED,
        LEAVE_EMPTY,
        QUARANTINE,
        FALLBACK_OWNER
    }

    /** Types of custom fields, in the words of the mapping language. */
    public enum FieldType {
        TEXT,
        LONG_TEXT,
        NUMBER,
        MONEY,
        DATE,
        TIME,
        CHOICE,
        SEVERAL_CHOICES,
        PHONE,
        ADDRESS,
        PERSON,
        ORGANIZATION,
        USER;

        /** The word of the mapping language: lower case, with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What must come out for what goes in; checked by {@code check}.
     *
     * @param policy classes that travel in this example; null: contact-only
     * @param linked mapping to source key to target id, as the ledger would know them
     * @param expect target fields, partial; null when the record does not come through
     * @param withheld target fields the policy keeps back; null: not claimed
     * @param quarantined problem code; null when the record comes through
     * @param leftOut true when a leave-out rule applies
     */
    public record Example(
            String it,
            @Nullable Set<PhiClass> policy,
            Map<String, Object> given,
            Map<String, Map<String, Object>> linked,
            @Nullable Map<String, Object> expect,
            @Nullable List<String> withheld,
            @Nullable String quarantined,
            boolean leftOut,
            Place place) {}

    /** The same file content under the same name; comparing every row of it would cost more than mapping a record. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mapping that && name.equals(that.name) && hash.equals(that.hash);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public String sourceSystem() {
        return from.substring(0, from.indexOf('.'));
    }

    public String sourceObject() {
        return from.substring(from.indexOf('.') + 1);
    }

    public String targetSystem() {
        return to.substring(0, to.indexOf('.'));
    }

    public String targetKind() {
        return to.substring(to.indexOf('.') + 1);
    }
}
