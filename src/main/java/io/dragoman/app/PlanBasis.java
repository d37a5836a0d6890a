package io.dragoman.app;

import io.dragoman.ledger.Owner;
import io.dragoman.ledger.Plan;
import io.dragoman.mapping.Mappings;
import io.dragoman.model.Policy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a plan rests on, part by part, so that a person can be told which part is another one now. */
final class PlanBasis {
    private static final String SCHEMA = "schema";

    /** Records of the account, as far as matching has read them. */
    private static final String EXISTING = "existing records";

    private PlanBasis() {}

    /** What is known without source and account: mapping, policy and what the migration file says of the practice. */
    static List<Plan.Part> ofFiles(MigrationFile file, Mappings mappings) {
        List<Plan.Part> parts = new ArrayList<>();
        mappings.all().forEach(mapping -> parts.add(new Plan.Part("mapping", mapping.name(), mapping.hash())));
        Policy policy = file.policy();
        parts.add(part("policy", "", policy.mode() + " " + policy.agreement() + " " + new TreeSet<>(policy.allow())));
        parts.add(part("overrides", "", file.mappingOverrides() + " " + new TreeSet<>(file.waived())));
        MigrationFile.Source source = file.source();
        parts.add(part(
                "practice",
                "region, time zone or currency",
                source.region() + " " + source.zone() + " " + source.currency()));
        return parts;
    }

    /** The files of the export, which is staged. */
    static List<Plan.Part> ofSource(Engine engine) {
        List<Plan.Part> parts = new ArrayList<>();
        new TreeMap<>(engine.staging().files()).forEach((file, sha) -> parts.add(new Plan.Part("source", file, sha)));
        return parts;
    }

    /** Everything but the account's own records, as they are now; the export is staged and the account was looked at. */
    static List<Plan.Part> of(Engine engine, Preparation preparation) {
        List<Plan.Part> parts = new ArrayList<>();
        parts.addAll(ofSource(engine));
        parts.addAll(ofFiles(engine.file(), engine.blueprint().mappings()));
        new TreeMap<>(preparation.schema().bindings()).forEach((name, id) -> parts.add(part(SCHEMA, name, id)));
        for (Owner owner : engine.owners().all()) {
            parts.add(part("owner", owner.key(), owner.state() + " " + owner.user()));
        }
        parts.add(part("owner", "(fallback)", String.valueOf(engine.owners().fallback())));
        return parts;
    }

    /** The account's own records, by kind, as far as they were read. */
    static List<Plan.Part> existing(Engine engine, Iterable<String> kinds) {
        List<Plan.Part> parts = new ArrayList<>();
        kinds.forEach(kind -> parts.add(
                new Plan.Part(EXISTING, kind, engine.existing().of(kind).digest())));
        return parts;
    }

    /** Kinds of which a plan knows the account's own records. */
    static List<String> kinds(Plan plan) {
        return plan.parts().stream()
                .filter(part -> part.sort().equals(EXISTING))
                .map(Plan.Part::name)
                .toList();
    }

    static String hash(List<Plan.Part> parts, String fileHash) {
        StringBuilder all = new StringBuilder(fileHash);
        parts.forEach(part -> all.append('\n')
                .append(part.sort())
                .append('\t')
                .append(part.name())
                .append('\t')
                .append(part.digest()));
        return Gatekeeper.sha256(all.toString());
    }

    /**
     * What is another one than it was planned with, in words; only sorts that are looked at now are compared. What prepare
     * made since is no change: the plan says that it will be made.
     */
    static List<String> changes(List<Plan.Part> planned, List<Plan.Part> now) {
        Map<String, String> then = byName(planned);
        Map<String, String> today = byName(now);
        TreeSet<String> sorts = new TreeSet<>();
        now.forEach(part -> sorts.add(part.sort()));
        List<String> changes = new ArrayList<>();
        planned.stream()
                .filter(part -> sorts.contains(part.sort()) && !part.digest().equals(today.get(name(part))))
                .forEach(part -> changes.add(name(part) + (today.containsKey(name(part)) ? "" : " (gone)")));
        now.stream()
                .filter(part -> !part.sort().equals(SCHEMA) && !then.containsKey(name(part)))
                .forEach(part -> changes.add(name(part) + " (new)"));
        return changes;
    }

    private static Map<String, String> byName(List<Plan.Part> parts) {
        Map<String, String> byName = new HashMap<>();
        parts.forEach(part -> byName.put(name(part), part.digest()));
        return byName;
    }

    private static String name(Plan.Part part) {
        return (part.sort() + " " + part.name()).strip();
    }

    private static Plan.Part part(String sort, String name, String content) {
        return new Plan.Part(sort, name, Gatekeeper.sha256(content));
    }
}
