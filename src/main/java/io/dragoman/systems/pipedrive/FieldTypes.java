package io.dragoman.systems.pipedrive;

import io.dragoman.model.Mapping.FieldType;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Types of custom fields: the mapping language's words, and Pipedrive's. The type of a field can never be changed afterwards. */
final class FieldTypes {
    private static final Map<FieldType, String> PIPEDRIVE = new EnumMap<>(Map.ofEntries(
            Map.entry(FieldType.TEXT, "varchar"),
            Map.entry(FieldType.LONG_TEXT, "text"),
            Map.entry(FieldType.NUMBER, "double"),
            Map.entry(FieldType.MONEY, "monetary"),
            Map.entry(FieldType.DATE, "date"),
            Map.entry(FieldType.TIME, "time"),
            Map.entry(FieldType.CHOICE, "enum"),
            Map.entry(FieldType.SEVERAL_CHOICES, "set"),
            Map.entry(FieldType.PHONE, "phone"),
            Map.entry(FieldType.ADDRESS, "address"),
            Map.entry(FieldType.PERSON, "people"),
            Map.entry(FieldType.ORGANIZATION, "org"),
            Map.entry(FieldType.USER, "user")));

    private FieldTypes() {}

    static String pipedrive(FieldType type) {
        return PIPEDRIVE.getOrDefault(type, "varchar");
    }

    /** The mapping language's word, such as {@code several-choices}. */
    static String word(FieldType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mapping language's word for a type of Pipedrive's; types no mapping can ask for keep their own name. */
    static String word(String pipedrive) {
        return PIPEDRIVE.entrySet().stream()
                .filter(entry -> entry.getValue().equals(pipedrive))
                .map(entry -> word(entry.getKey()))
                .findFirst()
                .orElse(pipedrive);
    }
}
