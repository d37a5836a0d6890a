package io.dragoman.staging;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a layout says an object is about: which of its columns play which role. Nothing that reads topics needs to know the
 * system.
 *
 * @param object source object, a file or a view
 * @param roles columns by role, in the order of the layout; of the role {@code done} they are codes and no columns
 */
public record Topic(Kind kind, String object, Map<String, List<String>> roles) {
    /** Role that lists codes instead of columns. */
    static final String DONE = "done";

    /** What an object can be about, and the roles its columns can play in it. */
    public enum Kind {
        /** Humans: who may be there twice, and whose addresses are looked at. */
        PEOPLE(
                Set.of(),
                Set.of(
                        "name",
                        "first-name",
                        "middle-name",
                        "last-name",
                        "suffix",
                        "born",
                        "gender",
                        "emails",
                        "phones",
                        "address",
                        "family",
                        "same-as")),
        /** Files that travel: {@code content} is a path in the export, or an address. */
        ATTACHMENTS(Set.of("content"), Set.of("name", "size", "sha256")),
        /** Pictures that never travel, and whose. */
        IMAGES(Set.of("person"), Set.of("name", "size", "sha256", "kind", "taken", "archive")),
        /** Business with a third party that ends some day: {@code done} lists the codes of the status that say so. */
        CLAIMS(Set.of("status", DONE), Set.of("amount", "since")),
        /** What is owed. */
        BALANCES(Set.of("amounts"), Set.of()),
        /** Fields that the practice made: a row holds the name of the field and one value. */
        CUSTOM_FIELDS(Set.of("name", "value"), Set.of());

        private final Set<String> needed;
        private final Set<String> possible;

        Kind(Set<String> needed, Set<String> possible) {
            this.needed = needed;
            this.possible = possible;
        }

        /** Roles without which the topic says nothing. */
        Set<String> needed() {
            return needed;
        }

        /** Roles that may be left out. */
        Set<String> possible() {
            return possible;
        }

        /** The word of a layout: lower case, with hyphens. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Columns of a role, empty when the object has none. */
    public List<String> columns(String role) {
        return roles.getOrDefault(role, List.of());
    }
}
