package io.dragoman.mapping;

import io.dragoman.model.SourceLayout;
import io.dragoman.model.SourceLayout.Column;
import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.model.TargetKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A small folder of mappings, five files, and what its two invented systems offer. */
public final class Sketch {
    private static final Path FILES = Path.of("src/test/resources/mapping/sketch");

    private Sketch() {}

    public static Catalog catalog() {
        Map<String, SourceObject> objects = new LinkedHashMap<>();
        Stream.of(
                        object(
                                "patient",
                                null,
                                "patient_id last_name first_name email mobile_phone home_phone birth_date status recall_code"
                                        + " primary_provider_id guarantor_id duplicate_of_id ssn"),
                        object("guarantor", "patient", "patient_id last_name family_size"),
                        object("provider", null, "provider_id email"),
                        object("medical_alert", null, "alert_id patient_id kind description start_date active"),
                        object("treatment_plan", null, "plan_id patient_id name status total_amount"),
                        object("procedure", null, "procedure_id plan_id amount tooth"))
                .forEach(object -> objects.put(object.name(), object));
        return new Catalog(Map.of("dentrix", new SourceLayout("dentrix", objects)), Map.of("pipedrive", kinds()));
    }

    private static SourceObject object(String name, @Nullable String of, String columns) {
        List<Column> all = Arrays.stream(columns.split(" "))
                .map(column -> new Column(column, "string", false, List.of(), null))
                .toList();
        return new SourceObject(
                name,
                of,
                of == null ? name + ".csv" : null,
                false,
                List.of(all.get(0).name()),
                all);
    }

    private static Map<String, TargetKind> kinds() {
        Map<String, TargetKind> kinds = new LinkedHashMap<>();
        Stream.of(
                        TargetKind.plain(
                                "person",
                                Map.of(
                                        "name",
                                        "text",
                                        "emails",
                                        "emails",
                                        "phones",
                                        "phones",
                                        "owner",
                                        "user",
                                        "organization",
                                        "organization"),
                                Set.of("name"),
                                true,
                                false),
                        TargetKind.plain("organization", Map.of("name", "text"), Set.of("name"), true, false),
                        TargetKind.plain(
                                "deal",
                                Map.of(
                                        "title",
                                        "text",
                                        "value",
                                        "money",
                                        "pipeline",
                                        "pipeline",
                                        "stage",
                                        "stage",
                                        "person",
                                        "person"),
                                Set.of("title"),
                                true,
                                false),
                        TargetKind.plain(
                                "deal-lines",
                                Map.of(
                                        "deal",
                                        "deal",
                                        "item_price",
                                        "money",
                                        "quantity",
                                        "number",
                                        "comments",
                                        "long-text"),
                                Set.of("deal", "item_price"),
                                false,
                                true),
                        TargetKind.plain("user", Map.of("email", "text"), Set.of(), false, false))
                .forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
    }

    /** The folder as it is. */
    public static Mappings mappings() {
        return MappingFolder.read(FILES, catalog());
    }

    /** A copy of the folder in which one text of one file is another. */
    static Path changed(Path folder, String file, String from, String to) throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path path : files.toList()) {
                Files.copy(path, folder.resolve(path.getFileName()));
            }
        }
        Path changed = folder.resolve(file);
        String text = Files.readString(changed);
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " has no " + from);
        }
        Files.writeString(changed, text.replace(from, to));
        return folder;
    }
}
