package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The whole visible account in a form two of which can be compared. Keys without a value and times nobody gave are left out. */
final class Dump {
    private static final List<Kind> WITH_FIELDS =
            List.of(Kind.PERSON, Kind.ORGANIZATION, Kind.DEAL, Kind.PRODUCT, Kind.ACTIVITY);
    private static final List<String> NEVER =
            List.of("update_time", "stage_change_time", "marked_as_done_time", "last_update_user_id");
    private static final List<String> WHEN_GIVEN =
            List.of("add_time", "won_time", "lost_time", "close_time", "archive_time");

    private final Account account;
    private final View view;
    private final NoteView noteView;
    private final LeadView leadView;
    private final FileView fileView;

    Dump(Account account) {
        this.account = account;
        this.view = new View(account);
        this.noteView = new NoteView(account);
        this.leadView = new LeadView(account);
        this.fileView = new FileView(account);
    }

    ObjectNode take() {
        ObjectNode dump = Json.object();
        ArrayNode users = dump.putArray("users");
        account.users().forEach(user -> users.add(Json.tree(user)));
        for (Kind kind : WITH_FIELDS) {
            ArrayNode fields = dump.putArray(kind.noun() + "Fields");
            account.fields(kind).all().forEach(field -> fields.add(bare(field.view(List.of()))));
        }
        for (Kind kind : List.of(
                Kind.PIPELINE,
                Kind.STAGE,
                Kind.ACTIVITY_TYPE,
                Kind.ORGANIZATION,
                Kind.PERSON,
                Kind.PRODUCT,
                Kind.DEAL,
                Kind.LINE,
                Kind.ACTIVITY,
                Kind.LEAD_LABEL,
                Kind.LEAD,
                Kind.PARTICIPANT,
                Kind.RELATIONSHIP,
                Kind.FILE,
                Kind.NOTE)) {
            ArrayNode list = dump.putArray(kind.path());
            account.records(kind)
                    .visible()
                    .filter(row -> account.listed(kind, row.id))
                    .forEach(row -> list.add(record(kind, row)));
        }
        return dump;
    }

    private ObjectNode record(Kind kind, Row row) {
        ObjectNode shown = switch (kind) {
            case NOTE -> noteView.of(row);
            case LEAD -> leadView.of(row);
            case PARTICIPANT -> new ParticipantDesk(account).view(row);
            case RELATIONSHIP -> new RelationshipDesk(account).view(row);
            case LEAD_LABEL -> LeadLabelDesk.view(row);
            case FILE -> fileView.whole(row);
            case ACTIVITY_TYPE -> ActivityTypeDesk.view(row);
            default -> view.of(kind, row);
        };
        shown.remove(NEVER);
        ObjectNode written = row.record();
        WHEN_GIVEN.stream().filter(time -> !written.has(time)).forEach(shown::remove);
        return bare(shown);
    }

    private static ObjectNode bare(ObjectNode full) {
        ObjectNode bare = Json.object();
        for (Map.Entry<String, JsonNode> entry : full.properties()) {
            JsonNode value = entry.getValue();
            if (value instanceof ObjectNode nested) {
                value = bare(nested);
            }
            if (!value.isNull()) {
                bare.set(entry.getKey(), value);
            }
        }
        return bare;
    }
}
