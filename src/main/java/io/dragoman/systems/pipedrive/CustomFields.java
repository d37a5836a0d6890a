package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.model.AsHeld;
import io.dragoman.model.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of custom fields in the nested shapes of the second version of the API. Null clears a field, whatever its type. */
final class CustomFields {
    private final Words words;

    CustomFields(Words words) {
        this.words = words;
    }

    /** Key of the field in this account. */
    String code(Site site, String field) {
        return words.code(site.kind(), field);
    }

    JsonNode json(Site site, String field, @Nullable Object value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return Json.NODES.nullNode();
        }
        if (value instanceof AsHeld held) {
            return Json.value(held.form());
        }
        String type = words.type(site.kind(), field);
        Shapes shapes = new Shapes(site, field);
        return switch (type) {
            case "money" -> money(shapes.as(Money.class, value, type));
            case "choice" -> Json.NODES.numberNode(words.option(site, field, shapes.text(value)));
            case "several-choices" -> options(site, field, shapes, value);
            case "time" -> Json.object().set("value", shapes.of(type, value));
            default -> shapes.of(type, value);
        };
    }

    private static ObjectNode money(Money money) {
        return Json.object().put("value", money.amount()).put("currency", money.currency());
    }

    private ArrayNode options(Site site, String field, Shapes shapes, Object value) {
        ArrayNode ids = Json.array();
        for (Object label : value instanceof List<?> many ? many : List.of(value)) {
            ids.add(words.option(site, field, shapes.text(label)));
        }
        return ids;
    }
}
