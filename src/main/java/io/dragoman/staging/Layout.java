package io.dragoman.staging;

import io.dragoman.model.PhiClass;
import io.dragoman.model.SourceLayout;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A system's layout with what only staging needs: the questions behind its views, its checks, and how it writes nothing.
 *
 * @param source what mappings see
 * @param id of the layout, as a manifest names it
 * @param emptyDates dates by which the source means no date
 * @param knownCodes column whose values are known codes for every code column; null when there is none
 * @param circles column that leads from row to row to the code of a circle in it
 * @param views SQL by view, in the order they can be computed
 * @param checks questions whose rows are findings
 * @param sheets questions with one mark for a key, whose rows are the lines of a file, by name
 * @param modified column that tells when a row last changed, by object; objects without one are absent
 * @param channels ways its rows can come, such as {@code csv}
 * @param deletions object whose rows name what was deleted, by {@code file}, {@code key} and {@code deleted_at}; null when exports
 *     name nothing
 * @param topics what objects are about, in the order of {@link Topic.Kind}
 * @param classes how protected an object is, or as {@code object.column} a column that differs from its object; no mapping is bound
 *     by them, they only say what a column is that no mapping reads
 * @param completion how rows are completed
 * @param settings texts that views ask for by name
 * @param rebuild questions about what does not move and has to be made anew
 */
public record Layout(
        SourceLayout source,
        String id,
        Set<String> emptyDates,
        @Nullable ColumnName knownCodes,
        Map<ColumnName, String> circles,
        Map<String, String> views,
        List<Check> checks,
        Map<String, String> sheets,
        Map<String, String> modified,
        Set<String> channels,
        @Nullable String deletions,
        List<Topic> topics,
        Map<String, PhiClass> classes,
        Completion completion,
        Map<String, String> settings,
        List<Rebuild> rebuild) {

    /** A column with its object, written {@code object.column}. */
    public record ColumnName(String object, String column) {
        static ColumnName of(String text) {
            int dot = text.indexOf('.');
            return dot < 0 ? new ColumnName(text, "") : new ColumnName(text.substring(0, dot), text.substring(dot + 1));
        }

        @Override
        public String toString() {
            return object + "." + column;
        }
    }

    /**
     * A question whose rows are findings; its SQL gives {@code key} and {@code row}.
     *
     * @param place the file it stands in
     */
    public record Check(String place, Finding.Severity severity, String code, String advice, String sql) {}

    /**
     * A question about what does not move; its rows are what a person has to make anew at the target, and hold nothing protected.
     *
     * @param columns names of what it gives
     */
    public record Rebuild(String place, String title, String advice, String sql, List<String> columns) {}

    /** The same layout with other texts for some of its settings. */
    public Layout withSettings(Map<String, String> others) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(others);
        return new Layout(
                source,
                id,
                emptyDates,
                knownCodes,
                circles,
                views,
                checks,
                sheets,
                modified,
                channels,
                deletions,
                topics,
                classes,
                completion,
                Map.copyOf(all),
                rebuild);
    }

    /** The object of this name; a name that the layout lacks is a fault of the caller. */
    public SourceObject object(String name) {
        SourceObject object = source.objects().get(name);
        if (object == null) {
            throw new IllegalArgumentException("no source object " + name + " in the layout of " + source.system());
        }
        return object;
    }

    /** Objects that are about this; empty when the layout names none. */
    public List<Topic> topics(Topic.Kind kind) {
        return topics.stream().filter(topic -> topic.kind() == kind).toList();
    }

    /** How protected a column is by the layout's word; empty when it says nothing. */
    public Optional<PhiClass> phi(String object, String column) {
        return Optional.ofNullable(classes.getOrDefault(object + "." + column, classes.get(object)));
    }

    Optional<Column> column(ColumnName name) {
        SourceObject object = source.objects().get(name.object());
        return object == null
                ? Optional.empty()
                : object.columns().stream()
                        .filter(c -> c.name().equals(name.column()))
                        .findFirst();
    }

    static List<String> names(SourceObject object) {
        return object.columns().stream().map(Column::name).toList();
    }
}
