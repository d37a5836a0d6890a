package io.dragoman.systems.pipedrive;

import io.dragoman.model.FileFields;
import io.dragoman.model.Price;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetKind;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import io.dragoman.model.TargetWrite.Verb;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What writes and lists cost when nothing goes wrong: the requests that would be sent, at the prices of {@link Costs}. */
public final class Prices {
    private static final int PAGE = 500;
    private static final int AT_ONCE = 100;
    private static final String SCHEMA = "schema";

    private final Notes notes;

    /** @param kinds as {@link Kinds} reads them */
    public Prices(Map<String, TargetKind> kinds) {
        this.notes = Notes.of(kinds);
    }

    /** A write of a record. */
    public Price of(TargetWrite write) {
        TargetRecord record = write.record();
        Kind kind = Kind.of(record.kind());
        if (kind == Kind.DEAL_LINES) {
            return lines(write.verb(), record.lines().size(), write.targetId());
        }
        if (kind == Kind.FILE && write.verb() == Verb.UPDATE) {
            return files(write);
        }
        if (kind == Kind.NOTE) {
            return note(write.verb(), notes.parts(record), write.targetId());
        }
        return switch (write.verb()) {
            case CREATE -> price("POST", all(kind), 1);
            case ADOPT, UPDATE, RESTORE ->
                kind == Kind.DEAL_PARTICIPANT ? price("GET", all(kind), 1) : price(kind.change(), single(kind), 1);
            case DELETE -> price("DELETE", single(kind), 1);
        };
    }

    /**
     * Taking back a record or a schema item that was made.
     *
     * @param kind {@code schema} for an item of the schema
     * @param name of the item; not asked for a record
     */
    public Price undo(String kind, String name, TargetId made) {
        if (kind.equals(SCHEMA)) {
            return one(Undoer.request(name, made.value()));
        }
        Kind known = Kind.of(kind);
        return known == Kind.DEAL_LINES
                ? removal(Lines.linesOf(made).size())
                : price(
                        "DELETE",
                        single(known),
                        known == Kind.NOTE ? Notes.ids(made).size() : 1);
    }

    /** Taking back what a create of this record would make. */
    public Price undo(TargetRecord record) {
        Kind kind = Kind.of(record.kind());
        return kind == Kind.DEAL_LINES
                ? removal(record.lines().size())
                : price("DELETE", single(kind), kind == Kind.NOTE ? notes.parts(record) : 1);
    }

    /** Giving a record of others back what it held before. */
    public Price restore(String kind) {
        return price(Kind.of(kind).change(), single(Kind.of(kind)), 1);
    }

    /** Making a schema item the account lacks. */
    public Price of(SchemaItem item) {
        if (item instanceof SchemaItem.CustomField field) {
            return price("POST", Kind.of(field.kind()).fieldsPath(), 1);
        }
        if (item instanceof SchemaItem.MoreOptions more) {
            return price("POST", Kind.of(more.kind()).fieldsPath() + "/0/options", 1);
        }
        if (item instanceof SchemaItem.Pipeline) {
            return price("POST", Recipes.PIPELINES, 1);
        }
        if (item instanceof SchemaItem.LeadLabel) {
            return price("POST", Recipes.LEAD_LABELS, 1);
        }
        return price("POST", item instanceof SchemaItem.Stage ? Recipes.STAGES : Recipes.TYPES, 1);
    }

    /** Taking back a schema item that is still to be made. */
    public Price undo(SchemaItem item) {
        return one(Undoer.request(item.name(), item instanceof SchemaItem.MoreOptions ? "0/0" : "0"));
    }

    /** Listing so many records of a kind that changed lately. */
    public Price traces(String kind, long records) {
        return price(
                "GET", all(Kind.of(kind)), Math.max(1, pieces(records, Kind.of(kind) == Kind.FILE ? AT_ONCE : PAGE)));
    }

    /** Reading what an account has for these kinds: its fields, users and, where they need them, pipelines, types and labels. */
    public Price catalogue(Set<String> words) {
        Price price = price("GET", "/api/v1/users/me", 1).plus(price("GET", "/api/v1/users", 1));
        Set<Kind> withFields = new HashSet<>();
        for (String word : words) {
            if (Kind.withFields(word)
                    .filter(kind -> withFields.add(kind.schemaKind()))
                    .isPresent()) {
                price = price.plus(price("GET", Kind.of(word).fieldsPath(), 1));
            }
            price = price.plus(
                    switch (word) {
                        case "deal" -> price("GET", Recipes.STAGES, 1).plus(price("GET", Recipes.PIPELINES, 1));
                        case "activity" -> price("GET", Recipes.TYPES, 1);
                        case "lead" -> price("GET", Recipes.LEAD_LABELS, 1);
                        default -> Price.NOTHING;
                    });
        }
        return price;
    }

    /** Asking who changed one record of a kind; nothing where Pipedrive does not tell. */
    public Price changes(String kind) {
        return ChangeReader.price(Kind.of(kind));
    }

    /** Asking for so many records of a kind by their ids; of lines, for the deals they belong to. */
    public Price readBack(String word, long ids) {
        Kind kind = Kind.of(word);
        long pieces = pieces(ids, AT_ONCE);
        if (ids == 0 || kind == Kind.DEAL_LINES) {
            return price("GET", kind == Kind.DEAL_LINES ? "/api/v2/deals/products" : kind.path(), pieces);
        }
        if (kind == Kind.FILE && ids <= FileList.FEW) {
            return price("GET", kind.path("0"), ids);
        }
        if (kind == Kind.DEAL_PARTICIPANT || kind == Kind.ORGANIZATION_RELATIONSHIP) {
            return EndReader.price(kind, ids);
        }
        boolean singly = kind == Kind.NOTE || kind == Kind.LEAD;
        Price price = singly ? OldReader.price(kind, ids) : price("GET", kind.path(), pieces);
        if (kind.hasCustomFields()) {
            price = price.plus(price("GET", kind.fieldsPath(), 1));
        }
        if (kind == Kind.DEAL) {
            price = price.plus(price("GET", Recipes.STAGES, 1)).plus(price("GET", Recipes.PIPELINES, 1));
        }
        if (kind == Kind.LEAD) {
            price = price.plus(price("GET", Recipes.LEAD_LABELS, 1));
        }
        return kind == Kind.ACTIVITY ? price.plus(price("GET", Recipes.TYPES, 1)) : price;
    }

    /** Asking for one record as it is at this moment. */
    public Price now(String word) {
        Kind kind = Kind.of(word);
        return switch (kind) {
            case DEAL_LINES, DEAL_PARTICIPANT, ORGANIZATION_RELATIONSHIP -> readBack(word, 1);
            default -> price("GET", kind.path("0"), 1);
        };
    }

    private static Price note(Verb verb, int parts, @Nullable TargetId known) {
        int before = known == null ? 0 : Notes.ids(known).size();
        Price looking = price("GET", Kind.NOTE.path(), 1);
        Price making = price("POST", Kind.NOTE.path(), parts);
        Price removing = price("DELETE", Kind.NOTE.path("0"), before);
        return switch (verb) {
            case CREATE -> parts > 1 ? making.plus(looking) : making;
            case ADOPT, UPDATE, RESTORE ->
                parts == before
                        ? price("PUT", Kind.NOTE.path("0"), parts)
                        : looking.plus(making).plus(removing);
            case DELETE -> removing;
        };
    }

    /** The name changes at once; anything else is a look, an upload and a delete. */
    private static Price files(TargetWrite write) {
        return FileFields.replaces(write.changed())
                ? price("GET", Kind.FILE.path(), 1)
                        .plus(price("POST", Kind.FILE.path(), 1))
                        .plus(price("DELETE", Kind.FILE.path("0"), 1))
                : price("PUT", Kind.FILE.path("0"), 1);
    }

    /** A participant is priced like any, though it stands below its deal. */
    private static String all(Kind kind) {
        return kind == Kind.DEAL_PARTICIPANT ? Kind.participants("0") : kind.path();
    }

    private static String single(Kind kind) {
        return kind.path(kind == Kind.DEAL_PARTICIPANT ? "0/0" : "0");
    }

    private static Price lines(Verb verb, int lines, @Nullable TargetId known) {
        int before = known == null ? 0 : Lines.linesOf(known).size();
        Price adding = price("POST", linesPath() + "/bulk", pieces(lines, AT_ONCE));
        Price looking = price("GET", linesPath(), Math.max(1, pieces(before, PAGE)));
        return switch (verb) {
            case CREATE -> lines > AT_ONCE ? adding.plus(looking) : adding;
            case ADOPT, UPDATE, RESTORE -> looking.plus(adding).plus(removal(before));
            case DELETE -> removal(before);
        };
    }

    private static Price removal(int lines) {
        return price("DELETE", linesPath(), pieces(lines, AT_ONCE));
    }

    private static String linesPath() {
        return Kind.DEAL_LINES.path("0") + "/products";
    }

    private static long pieces(long count, int atOnce) {
        return (count + atOnce - 1) / atOnce;
    }

    private static Price one(Request request) {
        return new Price(1, request.tokens());
    }

    private static Price price(String method, String path, long count) {
        return new Price(1, Costs.of(method, path)).times(count);
    }
}
