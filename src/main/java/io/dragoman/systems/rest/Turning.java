package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the records on a page, and where the list goes on after it, by the paging of the list. Immutable. */
final class Turning {
    private static final int DIGITS = 40;

    private final RestSettings settings;
    private final RestList list;
    private final Paging paging;

    Turning(RestSettings settings, RestList list) {
        this.settings = settings;
        this.list = list;
        this.paging = list.paging();
    }

    /** The term that asks for this page; empty for a first page that needs none. */
    Optional<Term> term(Position at) {
        return switch (paging.kind()) {
            case NONE, NEXT_LINK -> Optional.empty();
            case PAGE, OFFSET -> Optional.of(new Term(paging.name(), Long.toString(count(at))));
            case LAST_ID -> at.word().isEmpty() ? Optional.empty() : Optional.of(new Term(paging.name(), at.word()));
        };
    }

    private long count(Position at) {
        return at.word().isEmpty() ? paging.from() : Long.parseLong(at.word());
    }

    /** The records of an answer. */
    List<JsonNode> records(JsonNode body) {
        if (list.records() == null) {
            return List.of(body);
        }
        JsonNode array = body.at(list.records());
        if (!array.isArray()) {
            throw problem(
                    "records-missing", "The answer has no list of records where rest.yaml says. Look at `records`.");
        }
        List<JsonNode> records = new ArrayList<>(array.size());
        array.forEach(records::add);
        return records;
    }

    /** Where the list goes on after a page; null when this was the last. */
    @Nullable
    Position next(Position at, JsonNode body, List<JsonNode> records) {
        if (paging.kind() == Paging.Kind.NEXT_LINK) {
            JsonNode link = body.at(paging.name());
            return link.isTextual() && !link.asText().isBlank()
                    ? at.with(followed(link.asText().strip()))
                    : null;
        }
        boolean more = paging.more() == null
                ? !records.isEmpty()
                : body.at(paging.more()).asBoolean(false);
        if (!more) {
            return null;
        }
        return switch (paging.kind()) {
            case PAGE -> at.with(Long.toString(count(at) + 1));
            case OFFSET -> records.isEmpty() ? null : at.with(Long.toString(count(at) + records.size()));
            case LAST_ID -> records.isEmpty() ? null : at.with(greatest(at, records));
            case NONE, NEXT_LINK -> null;
        };
    }

    /** Path and query of a link; one that leads elsewhere would take the credential along. */
    private String followed(String link) {
        try {
            URI address =
                    settings.base().resolve(new URI(link.replace("[", "%5B").replace("]", "%5D")));
            if (address.getHost() == null || !settings.isAtHome(address)) {
                throw problem(
                        "link-to-other-host",
                        "The address of the next page is at another host than the source. It was not asked, and the key"
                                + " did not leave. Look at source.base-url; if that is right, tell the vendor.");
            }
            String query = address.getRawQuery();
            String path = address.getRawPath();
            return query == null ? path : path + "?" + query;
        } catch (URISyntaxException e) { // its text quotes the address
            throw problem("link-broken", "The address of the next page is no address. Tell the vendor.");
        }
    }

    private String greatest(Position at, List<JsonNode> records) {
        String greatest = at.word();
        for (JsonNode record : records) {
            String id = record.at(paging.of()).asText("");
            if (id.isEmpty()) {
                throw problem("page-loop", "A record has no id to go on after. Look at the paging in rest.yaml.");
            }
            greatest = greatest.isEmpty() || isGreater(id, greatest) ? id : greatest;
        }
        if (greatest.equals(at.word())) {
            throw problem("page-loop", "The ids of a page do not grow. Look at the paging of the list in rest.yaml.");
        }
        return greatest;
    }

    private static boolean isGreater(String one, String other) {
        boolean numbers = one.matches("\\d{1," + DIGITS + "}") && other.matches("\\d{1," + DIGITS + "}");
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) > 0 : one.compareTo(other) > 0;
    }

    private RunProblem problem(String code, String advice) {
        return new RunProblem(RunProblem.Ending.FAILED, new Problem(code, settings.name() + " " + list.name(), advice));
    }
}
