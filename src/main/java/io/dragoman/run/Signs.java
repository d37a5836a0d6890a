package io.dragoman.run;

import io.dragoman.model.Mapping;
import io.dragoman.model.TargetRecord;
import java.util.List;
import java.util.Optional;

/** What stands in the account for source records of the mappings of one kind: their marks, told apart where mappings share no field. */
public final class Signs {
    private static final String BETWEEN = "\u0001";

    private final List<Mapping> mappings;

    /** @param mappings of one kind */
    public Signs(List<Mapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    /** What stands for a record of ours. */
    public static String of(TargetRecord record, Mapping mapping) {
        String field = mapping.identity().keptIn();
        return field == null ? ofText(mapping.name(), record.mark()) : ofField(field, record.mark());
    }

    /** What a custom field that keeps keys says. */
    public static String ofField(String field, String mark) {
        return "field" + BETWEEN + field + BETWEEN + mark;
    }

    /** What a text of ours says. */
    public static String ofText(String mapping, String mark) {
        return "text" + BETWEEN + mapping + BETWEEN + mark;
    }

    /** The mapping that a sign is of; empty when several could have made it, or none. */
    public Optional<String> mapping(String sign) {
        String[] parts = sign.split(BETWEEN, 3);
        List<String> names = mappings.stream()
                .filter(mapping -> parts[0].equals("text")
                        ? mapping.name().equals(parts[1])
                        : parts[1].equals(mapping.identity().keptIn())
                                && parts[2].startsWith(mapping.identity().keptPrefix()))
                .map(Mapping::name)
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }
}
