package io.dragoman.contract;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Holds an answer of success against the official description of its operation.
 *
 * <p>The description's known defects are seen through: keys with null are taken out before, because it says of hardly any key that it can
 * be null; keys it does not name pass, because its own examples have some; times of the first version are not held against its format,
 * nor two numbers of found records against theirs, because its own examples do not fit either.
 */
final class AnswerCheck {
    private final Descriptions descriptions;

    AnswerCheck(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /** @param answer is changed: keys with null are taken out of it */
    List<String> faults(Operation operation, int status, JsonNode answer) {
        SimpleResponse response = SimpleResponse.Builder.status(status)
                .withContentType("application/json")
                .withBody(withoutNulls(answer).toString())
                .build();
        return descriptions
                .validator(operation.old())
                .validateResponse(operation.path(), Request.Method.valueOf(operation.method()), response)
                .getMessages()
                .stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !knownDefect(operation, message.getMessage()))
                .map(Told::of)
                .toList();
    }

    private static boolean knownDefect(Operation operation, String message) {
        boolean timeOfOld = operation.old() && message.contains("date format");
        boolean found = operation.path().matches(".*/(search|itemSearch)")
                && message.matches("(?s).*/item/(code|value)'].*does not match any allowed primitive type.*");
        return timeOfOld || found;
    }

    private static JsonNode withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getValue().isNull());
        }
        node.forEach(AnswerCheck::withoutNulls);
        return node;
    }
}
