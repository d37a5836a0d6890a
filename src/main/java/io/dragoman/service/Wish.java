package io.dragoman.service;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What somebody asks for, put into the words of the command line. Nothing that is not offered gets through, and a value never becomes an
 * option of its own.
 *
 * @param options by name: a flag's {@code true}, one value, or a list of values; {@code parameters} is a list
 */
public record Wish(Verb verb, Map<String, Object> options) {
    private static final String PARAMETERS = "parameters";
    private static final String CONFIRM = "confirm";
    private static final String PREVIEW = "preview";

    /**
     * The arguments.
     *
     * @throws UserProblems with every slip at once
     */
    public List<String> arguments(String migration) {
        List<Problem> problems = new ArrayList<>();
        List<String> words = new ArrayList<>();
        options.forEach((name, value) -> {
            if (!name.equals(PARAMETERS) && !name.equals(CONFIRM)) {
                words.addAll(option(name, value, problems));
            }
        });
        for (Verb.Option option : verb.options()) {
            if (option.required() && !options.containsKey(option.name())) {
                problems.add(new Problem("option-missing", verb.name(), "give " + option.name() + "."));
            }
        }
        if (verb.confirmed() && !Boolean.TRUE.equals(options.get(PREVIEW))) {
            if (!migration.equals(options.get(CONFIRM))) {
                problems.add(new Problem(
                        "not-confirmed", migration, "nothing was changed. Give the migration's name as confirm."));
            }
            words.add("--yes");
        }
        words.addAll(parameters(problems));
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
        return words;
    }

    private List<String> option(String name, Object value, List<Problem> problems) {
        Verb.Option known = verb.options().stream()
                .filter(option -> option.name().equals(name))
                .findFirst()
                .orElse(null);
        if (known == null) {
            problems.add(
                    new Problem("option-unknown", verb.name(), "there is no option of this name. See /api/verbs."));
            return List.of();
        }
        if (known.kind() == Verb.Kind.FLAG) {
            if (value instanceof Boolean set) {
                return set ? List.of("--" + name) : List.of();
            }
            problems.add(new Problem("option-wrong", verb.name(), name + " is true or false."));
            return List.of();
        }
        List<?> values = value instanceof List<?> several ? several : List.of(value);
        if (values.size() > 1 && !known.several()) {
            problems.add(new Problem("option-wrong", verb.name(), name + " takes one value."));
        }
        return values.stream()
                .map(one -> "--" + name + "=" + text(one, name, problems))
                .toList();
    }

    private List<String> parameters(List<Problem> problems) {
        Object given = options.get(PARAMETERS);
        if (given == null) {
            long needed =
                    verb.parameters().stream().filter(Verb.Option::required).count();
            if (needed > 0) {
                problems.add(new Problem("option-missing", verb.name(), "give parameters, a list of " + needed + "."));
            }
            return List.of();
        }
        if (!(given instanceof List<?> list) || list.size() > verb.parameters().size()) {
            problems.add(new Problem("option-wrong", verb.name(), "parameters is a list of what the verb takes."));
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("--"));
        list.forEach(one -> words.add(text(one, PARAMETERS, problems)));
        return words;
    }

    private String text(Object value, String name, List<Problem> problems) {
        if (value instanceof String || value instanceof Number) {
            String text = value.toString();
            if (text.chars().noneMatch(Character::isISOControl)) {
                return text;
            }
        }
        problems.add(new Problem("option-wrong", verb.name(), name + " takes a text or a number on one line."));
        return "";
    }
}
