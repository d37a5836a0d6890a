package io.dragoman.inventory;

import io.dragoman.model.PhiClass;
import io.dragoman.privacy.Mask;
import io.dragoman.staging.Census;
import io.dragoman.staging.Topic;
import io.dragoman.staging.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Looks at the fields a practice made, by their values, and proposes what each could become. For one thread. */
final class CustomFields {
    /** More than anybody makes by hand; the rest is data in the place of names. */
    private static final int MOST = 500;

    private static final int FEW = 3;
    private static final int OPTIONS = 20;
    private static final int LONG = 255;

    private static final Set<String> YES_OR_NO = Set.of("true", "false", "yes", "no", "y", "n", "0", "1");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|\\d{1,2}/\\d{1,2}/\\d{2,4}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,8})?");
    private static final Pattern LIKE_A_VALUE = Pattern.compile(".*(@|\\d{4,}).*", Pattern.DOTALL);

    private final Topic topic;
    private final Predicate<String> mapped;
    private final Map<String, Shape> shapes = new HashMap<>();

    private CustomFields(Topic topic, Predicate<String> mapped) {
        this.topic = topic;
        this.mapped = mapped;
    }

    /** What all values of a field have in common. */
    private static final class Shape {
        private boolean dates = true;
        private boolean numbers = true;
        private boolean yesOrNo = true;
        private int longest;

        void add(String value) {
            dates &= DATE.matcher(value).matches();
            numbers &= NUMBER.matcher(value).matches();
            yesOrNo &= YES_OR_NO.contains(value.toLowerCase(java.util.Locale.ROOT));
            longest = Math.max(longest, value.length());
        }
    }

    /** @param mapped whether a mapping names the field */
    static List<CustomField> of(Census census, Topic topic, Predicate<String> mapped, AtomicLong walked) {
        CustomFields fields = new CustomFields(topic, mapped);
        String name = topic.columns("name").get(0);
        String value = topic.columns("value").get(0);
        List<Census.Varied> varied = census.varied(topic.object(), name, value, MOST);
        varied.forEach(field -> fields.shapes.put(field.text(), new Shape()));
        try (Walk walk = census.walk(topic.object(), List.of(name, value))) {
            while (walk.hasNext()) {
                Walk.Step row = walk.next();
                walked.incrementAndGet();
                Shape shape = fields.shapes.get(row.cell(0).orElse(""));
                if (shape != null) {
                    row.cell(1).ifPresent(shape::add);
                }
            }
        }
        List<CustomField> result = new ArrayList<>();
        varied.forEach(field -> result.add(fields.field(field)));
        return result;
    }

    private CustomField field(Census.Varied field) {
        boolean used = mapped.test(field.text());
        Shape shape = shapes.getOrDefault(field.text(), new Shape());
        String shown =
                LIKE_A_VALUE.matcher(field.text()).matches() ? Mask.of(field.text(), PhiClass.IDENTITY) : field.text();
        return new CustomField(
                topic.object(),
                shown,
                field.filled(),
                field.distinct(),
                used,
                used ? "a mapping names it" : proposal(field, shape));
    }

    private static String proposal(Census.Varied field, Shape shape) {
        if (field.filled() < FEW) {
            return "leave behind: hardly ever filled";
        }
        if (field.distinct() == 1) {
            return "leave behind: the same for everybody";
        }
        if (shape.yesOrNo) {
            return "choice: yes or no";
        }
        if (shape.dates) {
            return "date";
        }
        if (field.distinct() <= OPTIONS && field.distinct() * 2 <= field.filled()) {
            return "choice of " + field.distinct() + " options";
        }
        if (shape.numbers) {
            return "number";
        }
        return shape.longest > LONG ? "long-text" : "text";
    }
}
