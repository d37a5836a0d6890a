package io.dragoman.app;

import io.dragoman.model.Place;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is, never the secret: {@code ${env:NAME}} or {@code ${file:/path}}. Printing it shows the place.
 *
 * @param reference as the migration file has it
 * @param place in the migration file
 */
record Secret(String reference, Place place) {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(env|file):([^}]+)}");

    /** Reads the secret anew, without blanks around it. */
    String read(Map<String, String> environment) {
        Matcher matcher = REFERENCE.matcher(reference);
        if (!matcher.matches()) {
            throw problem(
                    "secret-in-file",
                    "name where the secret is: ${env:NAME} or ${file:/path}, never the secret itself.");
        }
        String where = matcher.group(2);
        if (matcher.group(1).equals("env")) {
            String value = environment.get(where);
            if (value == null || value.isBlank()) {
                throw problem("secret-missing", "the environment has no " + where + ". Set it and start again.");
            }
            return value.strip();
        }
        try {
            return Files.readString(Path.of(where)).strip();
        } catch (IOException e) {
            throw problem("secret-missing", "the file named there cannot be read.");
        }
    }

    private UserProblems problem(String code, String advice) {
        return new UserProblems(List.of(new Problem(code, place.toString(), advice)));
    }

    @Override
    public String toString() {
        return reference;
    }
}
