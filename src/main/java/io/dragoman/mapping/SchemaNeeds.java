package io.dragoman.mapping;

import io.dragoman.model.Drawn;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Mapping.Row;
import io.dragoman.model.Policy;
import io.dragoman.model.Policy.Passage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an account must have before the first record, as far as mappings and policy tell.
 *
 * @param fields custom fields in the order of the phases
 * @param pipelines stages in order, by pipeline
 * @param activityTypes beside those every account has
 * @param drawn what mappings draw from the source, which only the source can tell
 */
public record SchemaNeeds(
        List<Field> fields,
        Map<String, List<String>> pipelines,
        List<String> activityTypes,
        List<String> leadLabels,
        Set<Drawn> drawn) {
    /**
     * One custom field.
     *
     * @param kind target kind that has the field, without the system; a lead has those of deals
     * @param options labels that mappings list, in their order
     * @param optionsFrom columns as {@code system.object.column} whose different values are labels too
     */
    public record Field(String kind, String name, FieldType type, Set<String> options, Set<String> optionsFrom) {}

    /**
     * Needs of all mappings. A field is not needed when every row that fills it is withheld, and a mapping none of whose
     * records can travel needs nothing; the fields that keep keys are needed by all others.
     */
    public static SchemaNeeds of(Mappings mappings, Policy policy) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Map<String, List<String>> pipelines = new LinkedHashMap<>();
        Set<String> activityTypes = new LinkedHashSet<>();
        Set<String> leadLabels = new LinkedHashSet<>();
        Set<Drawn> drawn = new LinkedHashSet<>();
        for (Mapping mapping : mappings.phases()) {
            if (policy.withholdsWhole(mapping, mappings.kindOf(mapping))) {
                continue;
            }
            String kind = mappings.kindOf(mapping).schemaKind();
            String keptIn = mapping.identity().keptIn();
            if (keptIn != null) {
                field(fields, kind, keptIn, FieldType.TEXT);
            }
            for (Row row : mapping.rows()) {
                FieldType type = row.type();
                if (type != null && policy.passage(row, mappings.kindOf(mapping)) != Passage.NOT_AT_ALL) {
                    Field field = field(fields, kind, row.target(), type);
                    field.options().addAll(row.options());
                    String optionsFrom = row.optionsFrom();
                    if (optionsFrom != null) {
                        field.optionsFrom().add(optionsFrom);
                    }
                }
            }
            mapping.pipelines().forEach(pipelines::putIfAbsent);
            activityTypes.addAll(mapping.activityTypes());
            leadLabels.addAll(mapping.leadLabels());
            if (!mapping.drawn().equals(Drawn.NOTHING)) {
                drawn.add(mapping.drawn());
            }
        }
        return new SchemaNeeds(
                new ArrayList<>(fields.values()),
                pipelines,
                List.copyOf(activityTypes),
                List.copyOf(leadLabels),
                drawn);
    }

    /** The same needs with more pipelines, whose stages join those that are needed anyway, and more activity types. */
    public SchemaNeeds with(Map<String, List<String>> morePipelines, Collection<String> moreActivityTypes) {
        Map<String, List<String>> allPipelines = new LinkedHashMap<>(pipelines);
        morePipelines.forEach((name, stages) -> allPipelines.merge(name, stages, SchemaNeeds::joined));
        return new SchemaNeeds(fields, allPipelines, joined(activityTypes, moreActivityTypes), leadLabels, Set.of());
    }

    private static List<String> joined(Collection<String> some, Collection<String> more) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static Field field(Map<String, Field> fields, String kind, String name, FieldType type) {
        return fields.computeIfAbsent(
                kind + "/" + name, none -> new Field(kind, name, type, new LinkedHashSet<>(), new LinkedHashSet<>()));
    }
}
