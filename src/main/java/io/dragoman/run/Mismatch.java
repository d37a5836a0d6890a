package io.dragoman.run;

import io.dragoman.model.TargetId;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record on which ledger, source and account do not agree. Holds names and keys, and no value.
 *
 * @param mapping empty for a record of the account that none of ours can be named for
 * @param key source key; what stands for one in the account where the ledger knows none
 * @param target record of the account it is about; null when there is none
 * @param fields names of the fields it is about, each with who changed it and when as far as that is known; usually empty
 */
public record Mismatch(
        Sort sort, String mapping, String key, @Nullable TargetId target, SortedMap<String, String> fields) {

    /** One about a record as a whole. */
    public Mismatch(Sort sort, String mapping, String key, @Nullable TargetId target) {
        this(sort, mapping, key, target, new TreeMap<>());
    }

    /** The same about some fields, of which nobody asked who changed them. */
    public Mismatch about(Iterable<String> names) {
        SortedMap<String, String> named = new TreeMap<>(fields);
        names.forEach(field -> named.put(field, ""));
        return new Mismatch(sort, mapping, key, target, named);
    }

    /** The same with what was found out about its fields. */
    public Mismatch told(Map<String, String> about) {
        SortedMap<String, String> more = new TreeMap<>(fields);
        more.putAll(about);
        return new Mismatch(sort, mapping, key, target, more);
    }

    /** What does not agree, and whose it is to mend. */
    public enum Sort {
        LOST(true, "acknowledged by the account and never seen there", "`reconcile --heal` writes it again"),
        NOT_LISTED(
                false,
                "acknowledged and not listed: it waits for room under the plan's cap, or is gone",
                "look in the account"),
        DELETED(
                false,
                "was there and is gone: deleted by people, or merged into another",
                "stays gone; `reconcile --recreate` writes it again"),
        COPIED(
                true,
                "there twice, because a request of ours arrived late",
                "`reconcile --heal` deletes the second copy"),
        DOUBLED(
                false,
                "another record bears its mark, and not by a request of ours",
                "look at both in the account, and merge them"),
        UNKNOWN(
                false,
                "bears a mark of ours, and the ledger does not know it",
                "look in the account; another ledger may have made it"),
        EDITED(false, "fields that people changed", "stays as people made it"),
        DIFFERS(
                true,
                "fields that came back other than they were sent, and nobody changed since",
                "`reconcile --heal` sends them once more"),
        EMPTIED(
                true,
                "fields that were deleted in the account and made anew, empty",
                "`reconcile --heal` fills them again"),
        SOURCE_CHANGED(false, "changed at the source since it was written", "`run` or `delta` brings it over"),
        SOURCE_NEW(false, "at the source and not in the account yet", "`run` or `delta` brings it over"),
        SOURCE_GONE(false, "in the account, and not in the export any more", "`delta` says what becomes of it"),
        SET_ASIDE(false, "in the quarantine", "`quarantine list`"),
        IN_DOUBT(true, "a write of it has no answer yet", "`run` or `reconcile --heal` asks the account");

        private final boolean ours;
        private final String meaning;
        private final String advice;

        Sort(boolean ours, String meaning, String advice) {
            this.ours = ours;
            this.meaning = meaning;
            this.advice = advice;
        }

        /** Whether it came about without anybody wanting it, so that healing mends it. */
        public boolean ours() {
            return ours;
        }

        public String meaning() {
            return meaning;
        }

        public String advice() {
            return advice;
        }

        /** The word in reports, such as {@code source-new}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
