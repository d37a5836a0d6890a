package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/** What a key shows when nothing was written. Keys that are not here show null. */
final class Defaults {
    private Defaults() {}

    static Map<String, JsonNode> map() {
        Map<String, JsonNode> map = new HashMap<>();
        for (String list : new String[] {"emails", "phones", "label_ids", "participants", "attendees", "prices"}) {
            map.put(list, Json.array());
        }
        for (String flag :
                new String[] {"is_archived", "busy", "done", "is_deal_probability_enabled", "is_deal_rot_enabled"}) {
            map.put(flag, BooleanNode.FALSE);
        }
        map.put("is_linkable", BooleanNode.TRUE);
        map.put("is_enabled", BooleanNode.TRUE);
        map.put("visible_to", IntNode.valueOf(3));
        map.put("tax", IntNode.valueOf(0));
        map.put("discount", IntNode.valueOf(0));
        map.put("discount_type", TextNode.valueOf("percentage"));
        map.put("billing_frequency", TextNode.valueOf("one-time"));
        map.put("deal_probability", IntNode.valueOf(100));
        map.put("comments", TextNode.valueOf(""));
        map.put("origin", TextNode.valueOf("API"));
        return map;
    }
}
