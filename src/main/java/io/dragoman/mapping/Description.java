package io.dragoman.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transform is, for the reference, the checks and the tests.
 *
 * @param name as mappings write it
 * @param summary one sentence
 * @param argument what may stand after the name; {@code none} when nothing may
 * @param withNothing what comes out when nothing goes in
 * @param keys what an argument in form of a map may name; empty when it takes no map
 * @param shortFor the key that an argument without a map stands for; empty when there is none
 * @param samples each becomes a test
 */
public record Description(
        String name,
        String summary,
        String argument,
        String withNothing,
        List<String> keys,
        String shortFor,
        List<Sample> samples) {
    /** Stands among the keys of a transform whose argument is a map with keys of the mapping's choice. */
    static final String ANY_KEY = "*";

    public Description {
        keys = List.copyOf(keys);
        samples = List.copyOf(samples);
    }

    /**
     * What goes in and what comes out.
     *
     * @param argument null when there is none
     * @param given null stands for nothing
     * @param expected null stands for nothing
     * @param problem code of the problem that is raised instead; null when something comes out
     */
    public record Sample(
            @Nullable Object argument,
            @Nullable Object given,
            @Nullable Object expected,
            @Nullable String problem) {}

    /** A transform that takes no argument, gives nothing for nothing, and has no samples yet. */
    public static Description of(String name, String summary) {
        return new Description(name, summary, "none", "Nothing stays nothing.", List.of(), "", List.of());
    }

    public Description withArgument(String text) {
        return new Description(name, summary, text, withNothing, keys, shortFor, samples);
    }

    /** Takes a map with these keys; a plain argument stands for the first of them. */
    public Description withKeys(String shortForm, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        if (!shortForm.isEmpty()) {
            all.add(0, shortForm);
        }
        return new Description(name, summary, argument, withNothing, all, shortForm, samples);
    }

    /** Takes a map whose keys are the mapping's to choose. */
    public Description withAnyKeys() {
        return new Description(name, summary, argument, withNothing, List.of(ANY_KEY), "", samples);
    }

    public Description withNothing(String text) {
        return new Description(name, summary, argument, text, keys, shortFor, samples);
    }

    public Description sample(@Nullable Object given, @Nullable Object expected) {
        return sample(null, given, expected);
    }

    public Description sample(@Nullable Object with, @Nullable Object given, @Nullable Object expected) {
        return plus(new Sample(with, given, expected, null));
    }

    public Description problem(@Nullable Object with, Object given, String code) {
        return plus(new Sample(with, given, null, code));
    }

    private Description plus(Sample sample) {
        List<Sample> more = new ArrayList<>(samples);
        more.add(sample);
        return new Description(name, summary, argument, withNothing, keys, shortFor, more);
    }
}
