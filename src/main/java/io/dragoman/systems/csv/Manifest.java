package io.dragoman.systems.csv;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an export says of itself: its layout, when it was made, whether it is all there is, and rows and digest of each file. */
final class Manifest {
    static final String NAME = "manifest.json";
    private static final Pattern PATTERN = Pattern.compile("[YMDymd]+([-/. ][YMDymd]+){2}");
    private static final int MOST_BYTES = 1 << 20;

    /**
     * @param rows -1 when not given
     * @param sha256 in lower case; empty when not given
     */
    record Entry(long rows, String sha256) {}

    /**
     * @param changes whether the export holds only what changed
     * @param made when; null when it does not tell
     * @param since what changed before is not in it; null when it does not tell
     * @param dates pattern of its dates; empty when it does not tell
     */
    record Word(
            boolean changes,
            @Nullable Instant made,
            @Nullable Instant since,
            String dates) {}

    private final Map<String, Entry> entries;
    private final Word word;

    private Manifest(Map<String, Entry> entries, Word word) {
        this.entries = entries;
        this.word = word;
    }

    static Manifest none() {
        return new Manifest(Map.of(), new Word(false, null, null, ""));
    }

    Word word() {
        return word;
    }

    static Manifest read(Content content, String layout, List<Problem> problems) {
        Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        JsonNode root = parse(content, problems);
        if (root == null) {
            return none();
        }
        if (!root.path("layout").asText().equals(layout)) {
            problems.add(new Problem(
                    "layout-differs", NAME, "The export is not of layout " + layout + ". Export it in that layout."));
        }
        for (JsonNode file : root.path("files")) {
            String name = file.path("name").asText();
            if (name.contains("/") || name.contains("\\") || name.contains("..")) {
                problems.add(new Problem("manifest-path", NAME, "A file is named with a path. Name plain files only."));
            } else {
                String digest = file.path("sha256").asText().toLowerCase(Locale.ROOT);
                entries.put(name, new Entry(file.path("rows").asLong(-1), digest));
            }
        }
        return new Manifest(
                entries,
                new Word(
                        root.path("export").asText().equals("changes"),
                        moment(root, "exported_at"),
                        moment(root, "changes_since"),
                        pattern(root.path("date_format").asText())));
    }

    /** People write years and days in capitals, which mean something else in a pattern. */
    private static String pattern(String text) {
        return PATTERN.matcher(text).matches() ? text.replace('Y', 'y').replace('D', 'd') : "";
    }

    /** Without an offset it is local time of the practice; what cannot be read counts as not told. */
    private static @Nullable Instant moment(JsonNode root, String name) {
        String text = root.path(name).asText();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noOffset) {
            try {
                String told = root.path("time_zone").asText("UTC");
                ZoneId zone = ZoneId.of(root.path("practice_time_zone").asText(told));
                return LocalDateTime.parse(text).atZone(zone).toInstant();
            } catch (DateTimeException unreadable) {
                return null;
            }
        }
    }

    private static @Nullable JsonNode parse(Content content, List<Problem> problems) {
        try (InputStream in = content.open(0)) {
            byte[] json = in.readNBytes(MOST_BYTES + 1);
            JsonNode root = json.length > MOST_BYTES ? null : new ObjectMapper().readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            problems.add(new Problem("manifest-broken", NAME, "The file is no valid JSON. Make it anew."));
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        problems.add(new Problem("manifest-broken", NAME, "The file holds no object, or is over 1 MB. Make it anew."));
        return null;
    }

    @Nullable
    Entry entry(String file) {
        return entries.get(file);
    }

    List<String> fileNames() {
        return List.copyOf(entries.keySet());
    }
}
