package io.dragoman.contract;

import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Holds a request against the official description of its operation.
 *
 * <p>Four known defects of it are seen through. It does not say that null clears a field in a change, but the migration guide does. It
 * says only in words that a lead takes the custom fields of deals, flat. And where the words give an order as {@code id DESC}, the list of
 * allowed values holds the names alone; so it does where they give several names with commas, as for {@code include_fields}.
 */
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
        asked.query().forEach((key, value) -> simple.withQueryParam(key, bare(key, value)));
        if (!asked.seen().contentType().isEmpty()) {
            simple.withContentType(asked.seen().contentType());
        }
        if (!asked.body().isMissingNode()) {
            simple.withBody(described(asked).toString());
        }
        return simple.build();
    }

    private static String bare(String key, String value) {
        return switch (key) {
            case "sort" -> value.replaceFirst(" (ASC|DESC)$", "");
            case "include_fields" -> value.replaceFirst(",.*", "");
            default -> value;
        };
    }

    private static JsonNode described(Asked asked) {
        if (!(asked.body().deepCopy() instanceof ObjectNode copy)) {
            return asked.body();
        }
        if (asked.method().equals("PATCH")) {
            copy.properties().removeIf(entry -> entry.getValue().isNull());
        }
        if (asked.about("leads")) {
            copy.properties().removeIf(entry -> CustomValueRules.isFlat(entry.getKey()));
        }
        return copy;
    }
}
