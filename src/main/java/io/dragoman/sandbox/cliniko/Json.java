package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;

/** JSON as the API writes it: every address with its host. */
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reference to another record looks like. */
    static ObjectNode link(String address) {
        ObjectNode link = object();
        link.putObject("links").put("self", address);
        return link;
    }

    /** Puts the host before every address under {@code links}, in place. */
    static void host(JsonNode node, String base) {
        if (node instanceof ObjectNode object && object.get("links") instanceof ObjectNode links) {
            links.properties().forEach(entry -> {
                if (entry.getValue().asText().startsWith("/")) {
                    entry.setValue(TextNode.valueOf(base + entry.getValue().asText()));
                }
            });
        }
        if (node.isContainerNode()) {
            node.forEach(child -> host(child, base));
        }
    }
}
