package io.dragoman.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.mapping.Overrides;
import io.dragoman.mapping.SchemaCheck;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a migration file; everything wrong in it is told at once, with file, line and column. */
final class MigrationFileReader {
    private final MigrationTree tree;
    private final Path folder;
    private final Home home;
    private final boolean copied;

    private MigrationFileReader(MigrationTree tree, Path folder, Home home, boolean copied) {
        this.tree = tree;
        this.folder = folder;
        this.home = home;
        this.copied = copied;
    }

    /** @throws UserProblems when the file does not hold to its schema, or contradicts itself */
    static MigrationFile read(Path file, Home home) {
        return read(file, file, home, false);
    }

    /**
     * Reads a copy that lies elsewhere, with its mappings in the home given. Every other path is that of the file itself.
     *
     * @throws UserProblems as {@link #read}
     */
    static MigrationFile readCopy(Path copy, Path file, Home home) {
        return read(copy, file, home, true);
    }

    private static MigrationFile read(Path text, Path file, Home home, boolean copied) {
        MigrationTree tree = new MigrationTree(holding(text, home));
        MigrationFileReader reader =
                new MigrationFileReader(tree, file.toAbsolutePath().resolveSibling(""), home, copied);
        MigrationFile migration = reader.migration(file.toAbsolutePath());
        if (!tree.problems().isEmpty()) {
            throw new UserProblems(tree.problems());
        }
        return migration;
    }

    private static YamlTree holding(Path file, Home home) {
        try (InputStream schema = Files.newInputStream(home.mappings().resolve("migration.schema.json"))) {
            YamlTree tree = YamlTree.read(file.getFileName().toString(), Files.readString(file));
            List<Problem> problems =
                    tree.problems().isEmpty() ? new SchemaCheck(schema).problems(tree) : tree.problems();
            if (!problems.isEmpty()) {
                throw new UserProblems(problems);
            }
            return tree;
        } catch (IOException e) {
            throw new UserProblems(
                    List.of(new Problem("file-not-usable", file.toString(), "it cannot be read as UTF-8 text.")));
        }
    }

    private MigrationFile migration(Path file) {
        return new MigrationFile(
                file,
                tree.text("/migration", ""),
                mappings(),
                new SourceBlock(tree, folder, home).read(),
                new TargetBlock(tree).read(),
                ledger(),
                policy(),
                owners(),
                overrides(),
                waived(),
                deleted(),
                sampling());
    }

    private Path mappings() {
        String named = tree.text("/mappings", "");
        Path own = folder.resolve(named).normalize();
        if (copied) {
            return home.mappings().resolve(own.getFileName());
        }
        return Files.isDirectory(own) ? own : home.mappings().resolve(named);
    }

    private MigrationFile.LedgerPlace ledger() {
        JsonNode ledger = tree.root().get("ledger");
        String url = ledger.isTextual() ? ledger.asText() : tree.text("/ledger/url", "");
        String file = "jdbc:hsqldb:file:";
        if (url.startsWith(file)) {
            url = file + folder.resolve(url.substring(file.length())).normalize();
        }
        return new MigrationFile.LedgerPlace(
                url,
                ledger.isTextual() ? null : tree.textOrNull("/ledger/user"),
                ledger.isTextual() || !ledger.has("password") ? null : tree.secret("/ledger/password"));
    }

    private Policy policy() {
        if (!tree.root().has("privacy")) {
            return Policy.contactOnly();
        }
        Set<PhiClass> allow = EnumSet.noneOf(PhiClass.class);
        tree.root()
                .at("/privacy/allow")
                .forEach(phi -> allow.add(PhiClass.valueOf(phi.asText().toUpperCase(Locale.ROOT))));
        Policy.Mode mode = Policy.Mode.valueOf(tree.text("/privacy/mode", "contact-only")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
        Policy.Agreement agreement = null;
        if (tree.root().at("/privacy").has("agreement")) {
            agreement = new Policy.Agreement(
                    tree.text("/privacy/agreement/reference", ""), tree.text("/privacy/agreement/date", ""));
            try {
                LocalDate.parse(agreement.date());
            } catch (DateTimeException e) {
                tree.problem("impossible-date", "/privacy/agreement/date", "there is no such day; write YYYY-MM-DD.");
            }
        }
        return new Policy(mode, allow, agreement);
    }

    private MigrationFile.Owners owners() {
        return new MigrationFile.Owners(
                tree.textOrNull("/owners/fallback"),
                MigrationTree.texts(tree.root().at("/owners/map")),
                MigrationTree.texts(tree.root().at("/owners/aliases")));
    }

    private Overrides overrides() {
        JsonNode overrides = tree.root().path("overrides");
        Map<String, Map<String, Object>> values = new LinkedHashMap<>();
        Map<String, Map<String, String>> leftBehind = new LinkedHashMap<>();
        Map<String, List<String>> pipelines = new LinkedHashMap<>();
        overrides
                .path("values")
                .properties()
                .forEach(table -> values.put(
                        table.getKey(), new ObjectMapper().convertValue(table.getValue(), new TypeReference<>() {})));
        overrides
                .path("left-behind")
                .properties()
                .forEach(one -> leftBehind.put(one.getKey(), MigrationTree.texts(one.getValue())));
        overrides
                .path("pipelines")
                .properties()
                .forEach(one -> pipelines.put(one.getKey(), MigrationTree.list(one.getValue())));
        Map<String, Map<String, String>> sameAs = new LinkedHashMap<>();
        overrides
                .path("same-as")
                .properties()
                .forEach(one -> sameAs.put(one.getKey(), MigrationTree.texts(one.getValue())));
        return new Overrides(
                values,
                MigrationTree.texts(overrides.path("links")),
                leftBehind,
                pipelines,
                sameAs,
                MigrationTree.texts(overrides.path("leave-out")));
    }

    private DeletedPolicy deleted() {
        JsonNode deleted = tree.root().path("deleted");
        Map<String, DeletedPolicy.Way> byMapping = new LinkedHashMap<>();
        deleted.properties().forEach(one -> byMapping.put(one.getKey(), way(one.getValue())));
        DeletedPolicy.Way otherwise = byMapping.remove("otherwise");
        return new DeletedPolicy(
                deleted.isTextual() ? way(deleted) : otherwise == null ? DeletedPolicy.Way.REPORT : otherwise,
                byMapping);
    }

    private static DeletedPolicy.Way way(JsonNode word) {
        return DeletedPolicy.Way.valueOf(word.asText().toUpperCase(Locale.ROOT));
    }

    private MigrationFile.Sampling sampling() {
        String gate = tree.text("/sample/gate", "99%");
        return new MigrationFile.Sampling(
                tree.root().at("/sample/size").asInt(200),
                new BigDecimal(gate.substring(0, gate.length() - 1))
                        .movePointRight(2)
                        .intValueExact());
    }

    private Set<String> waived() {
        return Set.copyOf(MigrationTree.list(tree.root().path("overrides").path("waive")));
    }
}
