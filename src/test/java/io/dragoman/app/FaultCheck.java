package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.endtoend.AccountPicture;
import io.dragoman.model.Mapping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What must hold once a verb ended well, whatever failed before: nothing lost, nothing twice, the ledger says what the account has. */
final class FaultCheck {
    private static final int ALL = 10_000;
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("person", "persons"),
            Map.entry("organization", "organizations"),
            Map.entry("organization-relationship", "organizationRelationships"),
            Map.entry("product", "products"),
            Map.entry("deal", "deals"),
            Map.entry("deal-lines", "dealProducts"),
            Map.entry("deal-participant", "participants"),
            Map.entry("lead", "leads"),
            Map.entry("activity", "activities"),
            Map.entry("note", "notes"),
            Map.entry("file", "files"));

    private final FaultGround ground;
    private final Engine engine;

    FaultCheck(FaultGround ground, Engine engine) {
        this.ground = ground;
        this.engine = engine;
    }

    /**
     * What an undisturbed verb leaves.
     *
     * @param setAside mapping, key and code of the records in the quarantine
     */
    record Left(AccountPicture account, Set<String> setAside) {}

    Left left() {
        Set<String> setAside = new TreeSet<>();
        engine.ledger()
                .quarantine()
                .open(ALL, null)
                .forEach(entry -> setAside.add(entry.mapping() + " " + entry.key() + " "
                        + entry.problem().code()));
        return new Left(new AccountPicture(ground.sandbox().dump()), setAside);
    }

    /** Holds what is left against what an undisturbed verb left, and the ledger against the account. */
    void same(Left undisturbed) {
        Left left = left();
        assertThat(undisturbed.account().differences(left.account()))
                .as("the account, as it should be / is")
                .isEmpty();
        assertThat(left.setAside()).as("the quarantine").isEqualTo(undisturbed.setAside());
    }

    /** The account is as before the first verb, and the ledger knows it. */
    void nothingLeft() {
        JsonNode dump = ground.sandbox().dump();
        assertThat(new AccountPicture(ground.before()).differences(new AccountPicture(dump)))
                .as("the account, as it was / is")
                .isEmpty();
        assertThat(dump).as("the account's dump").isEqualTo(ground.before());
        for (Mapping mapping : engine.blueprint().mappings().phases()) {
            assertThat(engine.ledger().lineages().count(mapping.name()))
                    .as("lineages of %s", mapping.name())
                    .isZero();
        }
    }

    /** The ledger's own order: nothing open, nothing forged, each record it knows in the account once and no other there. */
    void ledger() {
        assertThat(engine.ledger().writes().open(null)).as("open intents").isEmpty();
        assertThat(engine.ledger().writes().chainHolds()).as("the chain holds").isTrue();
        JsonNode dump = ground.sandbox().dump();
        for (Mapping mapping : engine.blueprint().mappings().phases()) {
            String list = LISTS.get(mapping.targetKind());
            if (list != null) {
                List<String> known = known(mapping);
                assertThat(known).as("ids of %s", mapping.name()).doesNotHaveDuplicates();
                Set<String> there = ids(dump, list);
                Set<String> theirs = ids(ground.before(), list);
                theirs.removeAll(known);
                there.removeAll(theirs);
                assertThat(new HashSet<>(known))
                        .as("ids the ledger has of %s", mapping.name())
                        .isEqualTo(there);
            }
        }
    }

    private List<String> known(Mapping mapping) {
        List<String> ids = new ArrayList<>();
        engine.ledger().lineages().forEach(mapping.name(), null, lineage -> {
            if (!lineage.joined()) {
                String id = lineage.target().value();
                ids.addAll(Arrays.asList(id.substring(id.lastIndexOf('/') + 1).split(",")));
            }
        });
        return ids;
    }

    private static Set<String> ids(JsonNode dump, String list) {
        Set<String> ids = new HashSet<>();
        dump.path(list).forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }
}
