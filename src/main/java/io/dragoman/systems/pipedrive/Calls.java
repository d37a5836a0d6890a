package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Sends requests down the one route that talks to Pipedrive. Thread-safe. */
final class Calls {
    private static final String PAGE = "500";
    private final ProducerTemplate template;

    Calls(ProducerTemplate template) {
        this.template = template;
    }

    /** The envelope of the answer; throws what the route throws. */
    JsonNode send(Request request) {
        Exchange exchange = template.request(
                "direct:pipedrive-call", asked -> asked.getMessage().setBody(request));
        Exception failure = exchange.getException();
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null) {
            throw new IllegalStateException("the route pipedrive-call is broken", failure);
        }
        return (JsonNode) exchange.getMessage().getBody();
    }

    /** Everything a list holds, page after page, each read when the one before is used up. */
    Iterable<JsonNode> walk(String port, String path, Map<String, String> query) {
        return walk(Request.read(port, path, query));
    }

    /** The same for a request that is made already, such as one of a list that may be gone. */
    Iterable<JsonNode> walk(Request asked) {
        Request first = asked.query().containsKey("limit") ? asked : asked.with("limit", PAGE);
        return () -> new Pages(first);
    }

    private final class Pages implements Iterator<JsonNode> {
        private final Request first;
        private @Nullable Request next;
        private Iterator<JsonNode> page = Collections.emptyIterator();

        Pages(Request first) {
            this.first = first;
            this.next = first;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && next != null) {
                JsonNode answer = send(next);
                page = answer.path("data").iterator();
                next = after(answer.path("additional_data"));
            }
            return page.hasNext();
        }

        /** Where the list goes on: behind a cursor, in its first version behind a number of records. */
        private @Nullable Request after(JsonNode additional) {
            JsonNode cursor = additional.path("next_cursor");
            if (cursor.isTextual()) {
                return first.with("cursor", cursor.textValue());
            }
            // the description has these below "pagination" for some lists and beside it for others, leads among them
            JsonNode pages = additional.has("pagination") ? additional.path("pagination") : additional;
            if (!pages.path("more_items_in_collection").asBoolean(false)) {
                return null;
            }
            long following = pages.path("start").asLong() + pages.path("limit").asLong();
            return first.with("start", Long.toString(pages.path("next_start").asLong(following)));
        }

        @Override
        public JsonNode next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
