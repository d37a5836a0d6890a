package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** The parts of fields that hold more than one value. */
final class Subfields {
    /** Parts of a postal address, the whole first. */
    static final List<String> ADDRESS = List.of(
            "value",
            "country",
            "admin_area_level_1",
            "admin_area_level_2",
            "locality",
            "sublocality",
            "route",
            "street_number",
            "subpremise",
            "postal_code");

    private Subfields() {}

    static JsonNode of(String type, String fieldName) {
        return switch (type) {
            case "address" -> list(fieldName, ADDRESS, "varchar");
            case "monetary" -> list(fieldName, List.of("value", "currency"), "varchar");
            case "daterange" -> list(fieldName, List.of("value", "until"), "date");
            case "time" -> list(fieldName, List.of("value", "timezone_name"), "varchar");
            case "timerange" -> list(fieldName, List.of("value", "until", "timezone_name"), "varchar");
            default -> Json.nothing();
        };
    }

    private static ArrayNode list(String fieldName, List<String> codes, String type) {
        ArrayNode list = Json.array();
        for (String code : codes) {
            boolean amount = code.equals("value") && codes.contains("currency");
            list.addObject()
                    .put("field_code", code)
                    .put("field_name", code.replace('_', ' ') + " of " + fieldName)
                    .put("field_type", amount ? "double" : type);
        }
        return list;
    }
}
