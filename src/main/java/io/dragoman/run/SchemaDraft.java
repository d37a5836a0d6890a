package io.dragoman.run;

import io.dragoman.mapping.SchemaNeeds;
import io.dragoman.model.Bindings;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.Problem;
import io.dragoman.model.SchemaItem;
import io.dragoman.run.SchemaPlan.Entry;
import io.dragoman.run.SchemaPlan.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** A schema plan while it is drawn up, thing by thing. */
final class SchemaDraft {
    private final Catalogue catalogue;
    private final BiPredicate<String, FieldType> fits;
    private final Bindings bound;
    private final List<Entry> checklist = new ArrayList<>();
    private final List<SchemaItem> missing = new ArrayList<>();
    private final Map<String, String> bindings = new TreeMap<>();
    private final List<Problem> collisions = new ArrayList<>();
    private final List<Problem> gone = new ArrayList<>();

    SchemaDraft(Catalogue catalogue, BiPredicate<String, FieldType> fits, Bindings bound) {
        this.catalogue = catalogue;
        this.fits = fits;
        this.bound = bound;
    }

    SchemaPlan plan() {
        return new SchemaPlan(
                List.copyOf(checklist),
                List.copyOf(missing),
                Map.copyOf(bindings),
                List.copyOf(collisions),
                List.copyOf(gone));
    }

    void field(SchemaNeeds.Field need, List<String> labels) {
        SchemaItem.CustomField item = new SchemaItem.CustomField(need.kind(), need.name(), need.type(), labels);
        List<Catalogue.Field> all = catalogue.fields().getOrDefault(need.kind(), List.of());
        Map<String, String> fitting = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (Catalogue.Field field : all) {
            (fits.test(field.type(), need.type()) ? fitting : others).put(field.key(), field.name());
        }
        Optional<String> key = find(item, need.name(), fitting);
        if (key.isPresent()) {
            Catalogue.Field field = all.stream()
                    .filter(one -> one.key().equals(key.get()))
                    .findFirst()
                    .orElseThrow();
            bindings.put("type/" + item.kind() + "/" + item.field(), field.type());
            options(item, field, labels);
        } else if (others.containsValue(need.name())) {
            collides(
                    item,
                    "field-type-differs",
                    "the account has a field of this name with type "
                            + all.stream()
                                    .filter(one -> one.name().equals(need.name()))
                                    .findFirst()
                                    .orElseThrow()
                                    .type()
                            + ", and " + need.type().word() + " is needed. Rename one of them.");
        } else {
            lacks(item, need.name(), fitting);
        }
    }

    private void options(SchemaItem.CustomField item, Catalogue.Field field, List<String> wanted) {
        List<String> lacking = new ArrayList<>();
        for (String label : wanted) {
            String name = "option/" + item.kind() + "/" + item.field() + "/" + label;
            Optional<String> before = bound.bound(name);
            String id = before.filter(field.options()::containsValue)
                    .orElseGet(() -> field.options().get(label));
            if (id == null) {
                lacking.add(label);
                before.ifPresent(lost -> gone.add(new Problem(
                        "option-gone",
                        item.name(),
                        "an option of this field was deleted in the account. Run prepare: it makes it again.")));
            } else {
                bindings.put(name, id);
            }
        }
        if (!lacking.isEmpty()) {
            SchemaItem more = new SchemaItem.MoreOptions(item.kind(), item.field(), field.key(), lacking);
            missing.add(more);
            checklist.add(new Entry(more.name(), State.TO_MAKE, lacking.size() + " options"));
        }
    }

    void pipeline(String name, List<String> stages) {
        Map<String, String> all = new LinkedHashMap<>();
        catalogue.pipelines().forEach(pipeline -> all.put(pipeline.id(), pipeline.name()));
        SchemaItem item = new SchemaItem.Pipeline(name);
        Optional<String> id = find(item, name, all);
        if (id.isEmpty()) {
            lacks(item, name, all);
        }
        Map<String, String> there = new LinkedHashMap<>();
        catalogue.pipelines().stream()
                .filter(pipeline -> id.filter(pipeline.id()::equals).isPresent())
                .forEach(pipeline -> pipeline.stages().forEach((stage, stageId) -> there.put(stageId, stage)));
        for (String stage : stages) {
            SchemaItem wanted = new SchemaItem.Stage(name, stage);
            if (find(wanted, stage, there).isEmpty()) {
                lacks(wanted, stage, there);
            }
        }
    }

    void activityType(String name) {
        named(new SchemaItem.ActivityType(name), name, catalogue.activityTypes());
    }

    void leadLabel(String name) {
        named(new SchemaItem.LeadLabel(name), name, catalogue.leadLabels());
    }

    /** A thing that is nothing but a name. @param keys by name, of those the account has */
    private void named(SchemaItem item, String name, Map<String, String> keys) {
        Map<String, String> all = new LinkedHashMap<>();
        keys.forEach((one, key) -> all.put(key, one));
        if (find(item, name, all).isEmpty()) {
            lacks(item, name, all);
        }
    }

    /** The key a thing has in the account: the one it was bound to, else one of this name. @param all name by key */
    private Optional<String> find(SchemaItem item, String name, Map<String, String> all) {
        Optional<String> before = bound.bound(item.name());
        String known = before.map(all::get).orElse(null);
        if (known != null) {
            boolean renamed = !known.equals(name);
            note(item, renamed ? State.RENAMED : State.IS_THERE, renamed ? "is \"" + known + "\" now" : "");
            bindings.put(item.name(), before.orElseThrow());
            return before;
        }
        List<String> named = all.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toList();
        if (before.isPresent()) {
            String word = item.name().substring(0, item.name().indexOf('/'));
            gone.add(new Problem(
                    word + "-gone",
                    item.name(),
                    "it was deleted in the account since it was prepared. Run prepare: it "
                            + (named.isEmpty() ? "makes it again, empty." : "takes the one that has this name now.")));
        }
        if (named.isEmpty()) {
            return Optional.empty();
        }
        State state = before.isPresent() ? State.GONE : State.IS_THERE;
        note(item, state, named.size() > 1 ? named.size() + " of this name; the first is taken" : "");
        bindings.put(item.name(), named.get(0));
        return Optional.of(named.get(0));
    }

    private void lacks(SchemaItem item, String name, Map<String, String> all) {
        Optional<String> near = all.values().stream()
                .filter(there -> folded(there).equals(folded(name)))
                .findFirst();
        missing.add(item);
        if (near.isPresent()) {
            collisions.add(new Problem(
                    "name-nearly-same",
                    item.name(),
                    "the account has \"" + near.get()
                            + "\", which people would take for the same. Rename that one so that it"
                            + " is used, or waive this to have both."));
            note(item, State.COLLIDES, "the account has \"" + near.get() + "\"");
        } else if (bound.bound(item.name()).isPresent()) {
            note(item, State.GONE, "made again by prepare");
        } else {
            boolean retired = catalogue.retired().contains(item.name());
            note(item, State.TO_MAKE, retired ? "a deleted one of this name stays deleted" : "");
        }
    }

    private void collides(SchemaItem item, String code, String advice) {
        collisions.add(new Problem(code, item.name(), advice));
        note(item, State.COLLIDES, advice);
    }

    private void note(SchemaItem item, State state, String note) {
        checklist.add(new Entry(item.name(), state, note));
    }

    private static String folded(String name) {
        return name.replaceAll("[\\s_-]+", "").toLowerCase(Locale.ROOT);
    }
}
