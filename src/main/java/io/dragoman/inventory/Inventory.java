package io.dragoman.inventory;

import io.dragoman.model.SourceLayout.SourceObject;
import io.dragoman.staging.Census;
import io.dragoman.staging.Topic;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * What a finished staging holds, counted. Each question walks over the rows it needs; nothing is remembered between them,
 * and nothing grows with their number. For one thread, except {@link #walked()}.
 */
public final class Inventory {
    /** Codes of a column that are told; the rest is in the number of different ones. */
    private static final int CODES = 25;

    private static final int YEARS_AHEAD = 10;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Census census;
    private final ColumnUses uses;
    private final Judgement judgement;
    private final AtomicLong walked = new AtomicLong();

    public Inventory(Census census, ColumnUses uses, Judgement judgement) {
        this.census = census;
        this.uses = uses;
        this.judgement = judgement;
    }

    /** Rows walked over so far, for those who wait. */
    public long walked() {
        return walked.get();
    }

    /** Everything there is to count. @param mapped whether a mapping names a field that the practice made */
    public Counts counts(Predicate<String> mapped) {
        List<ColumnCount> columns = columns();
        return new Counts(
                objects(),
                columns,
                codes(columns),
                dates(columns),
                people(),
                files(),
                open(),
                owed(),
                customFields(mapped));
    }

    /** Every object of the layout that is no view, those that are not there too. */
    private List<ObjectCount> objects() {
        Map<String, Long> aside = new HashMap<>();
        census.wrong().stream()
                .filter(wrong -> wrong.column().isEmpty())
                .forEach(wrong -> aside.merge(wrong.object(), wrong.rows(), Long::sum));
        List<ObjectCount> counts = new ArrayList<>();
        for (SourceObject object : ofFiles()) {
            String modified = census.layout().modified().get(object.name());
            Census.Range range = modified == null
                    ? new Census.Range("", "")
                    : census.range(object.name(), modified).orElse(new Census.Range("", ""));
            String file = object.file();
            counts.add(new ObjectCount(
                    object.name(),
                    file == null ? "" : file,
                    census.isHere(object.name()),
                    census.rows(object.name()),
                    aside.getOrDefault(object.name(), 0L),
                    range.first(),
                    range.last()));
        }
        return counts;
    }

    /** Every column of the objects that are there. */
    private List<ColumnCount> columns() {
        Columns columns = new Columns(census, uses, walked);
        return ofFiles().stream()
                .filter(object -> census.isHere(object.name()))
                .flatMap(object -> columns.of(object).stream())
                .toList();
    }

    /** The codes of every code column that has any. */
    private List<CodeCount> codes(List<ColumnCount> columns) {
        List<CodeCount> codes = new ArrayList<>();
        for (ColumnCount column : columns) {
            if (column.type().equals("code") && column.filled() > 0) {
                codes.add(new CodeCount(
                        column.object(),
                        column.column(),
                        column.filled(),
                        census.distinct(column.object(), column.column()),
                        column.wrong().getOrDefault("unknown-code", 0L),
                        column.use().isOpen() ? census.counts(column.object(), column.column(), CODES) : List.of()));
            }
        }
        return codes;
    }

    /** Dates that can hardly be meant, by column; columns without any are absent. */
    private List<DateCount> dates(List<ColumnCount> columns) {
        String late = judgement.today().plusYears(YEARS_AHEAD).toString();
        List<DateCount> dates = new ArrayList<>();
        for (ColumnCount column : columns) {
            if (column.type().startsWith("date") && column.filled() > 0) {
                DateCount count = new DateCount(
                        column.object(),
                        column.column(),
                        column.filled(),
                        census.before(column.object(), column.column(), EARLIEST.toString()),
                        census.after(column.object(), column.column(), late));
                if (count.early() + count.late() > 0) {
                    dates.add(count);
                }
            }
        }
        return dates;
    }

    /** The humans of each object that has any, and how they can be reached. */
    private List<PeopleCount> people() {
        return here(Topic.Kind.PEOPLE).stream()
                .map(topic -> People.of(census, topic, judgement, walked))
                .toList();
    }

    /** Files that travel and images that do not. */
    private List<FileCount> files() {
        List<Topic> topics = new ArrayList<>(here(Topic.Kind.ATTACHMENTS));
        topics.addAll(here(Topic.Kind.IMAGES));
        return topics.stream()
                .map(topic -> FileSizes.of(census, topic, judgement, walked))
                .toList();
    }

    /** Business that is not finished. */
    private List<OpenCount> open() {
        return here(Topic.Kind.CLAIMS).stream()
                .map(topic -> Sums.open(census, topic, walked))
                .toList();
    }

    /** What is owed. */
    private List<OwedCount> owed() {
        return here(Topic.Kind.BALANCES).stream()
                .map(topic -> Sums.owed(census, topic, walked))
                .toList();
    }

    /** Fields that the practice made. @param mapped whether a mapping names one */
    private List<CustomField> customFields(Predicate<String> mapped) {
        return here(Topic.Kind.CUSTOM_FIELDS).stream()
                .flatMap(topic -> CustomFields.of(census, topic, mapped, walked).stream())
                .toList();
    }

    /** How many rows point to each row of another object, by the key they name. */
    public Map<String, Long> pointing(String object, String column) {
        Map<String, Long> counts = new HashMap<>();
        if (census.isHere(object)) {
            census.counts(object, column, Integer.MAX_VALUE)
                    .forEach(count -> counts.merge(count.text(), count.rows(), Long::sum));
        }
        return counts;
    }

    private List<Topic> here(Topic.Kind kind) {
        return census.layout().topics(kind).stream()
                .filter(topic -> census.isHere(topic.object()))
                .toList();
    }

    private List<SourceObject> ofFiles() {
        return census.layout().source().objects().values().stream()
                .filter(object -> object.of() == null)
                .toList();
    }
}
