package io.dragoman.duplicates;

import io.dragoman.model.Human;
import io.dragoman.model.HumanFact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a human is called, in plain words.
 *
 * @param first names somebody is called by, each without blanks; the first is the one on paper
 * @param firstWords words of the first name on paper
 * @param last words of the last name
 * @param middle empty when not told
 * @param suffix such as {@code jr}; empty when not told
 */
record PersonName(List<String> first, List<String> firstWords, List<String> last, String middle, String suffix) {
    private static final Map<String, String> SUFFIXES =
            Map.of("jr", "jr", "junior", "jr", "sr", "sr", "senior", "sr", "ii", "ii", "iii", "iii", "iv", "iv");

    static PersonName of(Human human) {
        List<String> firstWords = words(human, HumanFact.FIRST_NAME);
        List<String> last = words(human, HumanFact.LAST_NAME);
        if (firstWords.isEmpty() && last.isEmpty() && !human.of(HumanFact.NAME).isEmpty()) {
            split(human.of(HumanFact.NAME).get(0), firstWords, last);
        }
        String suffix = SUFFIXES.getOrDefault(Plain.text(human.first(HumanFact.SUFFIX)), "");
        for (List<String> words : List.of(last, firstWords)) {
            String taken = takeSuffix(words);
            suffix = suffix.isEmpty() ? taken : suffix;
        }
        String middle = Plain.text(human.first(HumanFact.MIDDLE_NAME));
        boolean hasInitial =
                firstWords.size() > 1 && firstWords.get(firstWords.size() - 1).length() == 1;
        if (middle.isEmpty() && hasInitial) {
            middle = firstWords.remove(firstWords.size() - 1);
        }
        return new PersonName(called(human, firstWords), List.copyOf(firstWords), List.copyOf(last), middle, suffix);
    }

    private static List<String> words(Human human, HumanFact fact) {
        return new ArrayList<>(Plain.words(human.first(fact)));
    }

    /** Ana Oyelaran, or Oyelaran, Ana. */
    private static void split(String name, List<String> first, List<String> last) {
        int comma = name.indexOf(',');
        List<String> words = Plain.words(comma < 0 ? name : name.substring(comma + 1) + " " + name.substring(0, comma));
        int firsts = comma < 0
                ? words.size() - 1
                : Plain.words(name.substring(comma + 1)).size();
        first.addAll(words.subList(0, Math.max(0, firsts)));
        last.addAll(words.subList(Math.max(0, firsts), words.size()));
    }

    private static String takeSuffix(List<String> words) {
        String suffix = words.size() < 2 ? null : SUFFIXES.get(words.get(words.size() - 1));
        if (suffix == null) {
            return "";
        }
        words.remove(words.size() - 1);
        return suffix;
    }

    private static List<String> called(Human human, List<String> firstWords) {
        List<String> called = new ArrayList<>();
        called.add(String.join("", firstWords));
        human.of(HumanFact.FIRST_NAME).stream()
                .skip(1)
                .map(name -> String.join("", Plain.words(name)))
                .forEach(called::add);
        return called.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    /** The name on paper without blanks; empty when not told. */
    String firstName() {
        return first.isEmpty() ? "" : first.get(0);
    }

    String lastName() {
        return String.join("", last);
    }

    @Override
    public String toString() {
        return "a name";
    }
}
