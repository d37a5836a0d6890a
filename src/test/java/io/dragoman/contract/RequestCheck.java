package io.dragoman.contract;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Holds a request against the official description of its operation. */
final class RequestCheck {
    private final Descriptions descriptions;

    RequestCheck(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    List<String> faults(Asked asked) {
        return descriptions.validator(asked.old()).validateRequest(simple(asked)).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(Told::of)
                .toList();
    }

    private static SimpleRequest simple(Asked asked) {
        SimpleRequest.Builder simple =
                new SimpleRequest.Builder(asked.method(), asked.path()).withHeader("x-api-token", "given");
        asked.query().forEach(simple::withQueryParam);
        if (!asked.seen().contentType().isEmpty()) {
            simple.withContentType(asked.seen().contentType());
        }
        if (!asked.body().isMissingNode()) {
            simple.withBody(withoutNulls(asked).toString());
        }
        return simple.build();
    }

    /** The description does not say that null clears a field in a change, but the migration guide does. */
    private static JsonNode withoutNulls(Asked asked) {
        if (asked.method().equals("PATCH") && asked.body().deepCopy() instanceof ObjectNode copy) {
            copy.properties().removeIf(entry -> entry.getValue().isNull());
            return copy;
        }
        return asked.body();
    }
}
