package io.dragoman.systems.pipedrive;

import io.dragoman.model.Price;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What writing notes costs: each part is a request, and one in parts is preceded by a look for parts that are there already. */
final class NotePrices {
    private final Notes notes;

    /** @param kinds by name, the note among them */
    NotePrices(Map<String, TargetKind> kinds) {
        this.notes = new Notes(Objects.requireNonNull(kinds.get(Kind.NOTE.word()), "a kind of Pipedrive's")
                .splitAt());
    }

    /** How many notes the record becomes. */
    int parts(TargetRecord record) {
        return notes.parts(record);
    }

    Price of(TargetWrite write) {
        int parts = parts(write.record());
        int before = count(write.targetId());
        Price look = price("GET", Kind.NOTE.path(), 1);
        Price making = price("POST", Kind.NOTE.path(), parts);
        return switch (write.verb()) {
            case CREATE -> parts > 1 ? making.plus(look) : making;
            case ADOPT, UPDATE, RESTORE ->
                before == parts
                        ? price("PUT", Kind.NOTE.path("0"), parts)
                        : look.plus(making).plus(removal(before));
            case DELETE -> removal(before);
        };
    }

    static Price removal(int parts) {
        return price("DELETE", Kind.NOTE.path("0"), parts);
    }

    private static int count(@Nullable TargetId known) {
        return known == null ? 0 : Notes.ids(known).size();
    }

    private static Price price(String method, String path, long count) {
        return new Price(1, Costs.of(method, path)).times(count);
    }
}
