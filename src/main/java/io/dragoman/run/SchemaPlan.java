package io.dragoman.run;

import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Problem;
import io.dragoman.model.SchemaItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * What the account must have before the first record, held against what it has.
 *
 * @param missing to make, in this order
 * @param present names of what is there already, whoever made it
 * @param bindings keys and ids of what is there
 * @param collisions what stands in the way: the same name with another type
 */
public record SchemaPlan(
        List<SchemaItem> missing, List<String> present, Map<String, String> bindings, List<Problem> collisions) {

    /**
     * Compares.
     *
     * @param labels of a choice, those from the source among them
     * @param fits whether a field of the account, by its own type word, can hold a type of ours
     */
    public static SchemaPlan of(
            SchemaNeeds needs,
            Function<SchemaNeeds.Field, List<String>> labels,
            Catalogue catalogue,
            BiPredicate<String, FieldType> fits) {
        Draft draft = new Draft(catalogue, fits);
        needs.fields().forEach(need -> draft.field(need, labels.apply(need)));
        needs.pipelines().forEach(draft::pipeline);
        needs.activityTypes()
                .forEach(name -> draft.named(new SchemaItem.ActivityType(name), name, catalogue.activityTypes()));
        needs.leadLabels().forEach(name -> draft.named(new SchemaItem.LeadLabel(name), name, catalogue.leadLabels()));
        return new SchemaPlan(
                List.copyOf(draft.missing),
                List.copyOf(draft.present),
                Map.copyOf(draft.bindings),
                List.copyOf(draft.collisions));
    }

    private static final class Draft {
        private final Catalogue catalogue;
        private final BiPredicate<String, FieldType> fits;
        private final List<SchemaItem> missing = new ArrayList<>();
        private final List<String> present = new ArrayList<>();
        private final Map<String, String> bindings = new TreeMap<>();
        private final List<Problem> collisions = new ArrayList<>();

        Draft(Catalogue catalogue, BiPredicate<String, FieldType> fits) {
            this.catalogue = catalogue;
            this.fits = fits;
        }

        void field(SchemaNeeds.Field need, List<String> labels) {
            SchemaItem.CustomField item = new SchemaItem.CustomField(need.kind(), need.name(), need.type(), labels);
            List<Catalogue.Field> named = catalogue.fields().getOrDefault(need.kind(), List.of()).stream()
                    .filter(field -> field.name().equals(need.name()))
                    .toList();
            Optional<Catalogue.Field> fitting = named.stream()
                    .filter(field -> fits.test(field.type(), need.type()))
                    .findFirst();
            if (fitting.isPresent()) {
                bind(item, fitting.get(), labels);
            } else if (named.isEmpty()) {
                missing.add(item);
            } else {
                collisions.add(new Problem(
                        "field-type-differs",
                        item.name(),
                        "the account has a field of this name with type "
                                + named.get(0).type() + ", and "
                                + need.type().name().toLowerCase(Locale.ROOT).replace('_', '-')
                                + " is needed. Rename one of them."));
            }
        }

        private void bind(SchemaItem.CustomField item, Catalogue.Field field, List<String> wanted) {
            present.add(item.name());
            bindings.put(item.name(), field.key());
            bindings.put("type/" + item.kind() + "/" + item.field(), field.type());
            List<String> lacking = new ArrayList<>();
            for (String label : wanted) {
                String id = field.options().get(label);
                if (id == null) {
                    lacking.add(label);
                } else {
                    bindings.put("option/" + item.kind() + "/" + item.field() + "/" + label, id);
                }
            }
            if (!lacking.isEmpty()) {
                missing.add(new SchemaItem.MoreOptions(item.kind(), item.field(), field.key(), lacking));
            }
        }

        void pipeline(String name, List<String> stages) {
            Map<String, String> there = new LinkedHashMap<>();
            Optional<Catalogue.Pipeline> known = catalogue.pipelines().stream()
                    .filter(pipeline -> pipeline.name().equals(name))
                    .findFirst();
            known.ifPresent(pipeline -> {
                present.add("pipeline/" + name);
                bindings.put("pipeline/" + name, pipeline.id());
                there.putAll(pipeline.stages());
            });
            if (known.isEmpty()) {
                missing.add(new SchemaItem.Pipeline(name));
            }
            for (String stage : stages) {
                SchemaItem item = new SchemaItem.Stage(name, stage);
                if (there.containsKey(stage)) {
                    present.add(item.name());
                    bindings.put(item.name(), there.get(stage));
                } else {
                    missing.add(item);
                }
            }
        }

        /** An item that is nothing but a name, and the account's keys of those it has. */
        void named(SchemaItem item, String name, Map<String, String> there) {
            String key = there.get(name);
            if (key == null) {
                missing.add(item);
            } else {
                present.add(item.name());
                bindings.put(item.name(), key);
            }
        }
    }
}
