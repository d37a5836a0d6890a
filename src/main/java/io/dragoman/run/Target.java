package io.dragoman.run;

import io.dragoman.model.Catalogue;
import io.dragoman.model.ChangesRequest;
import io.dragoman.model.FieldChange;
import io.dragoman.model.FindRequest;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.HeldRequest;
import io.dragoman.model.ReadBack;
import io.dragoman.model.Room;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.Trace;
import io.dragoman.model.TraceRequest;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * A target system as a run sees it; each method is one of the endpoints a system answers. Calls block, may be made from
 * several threads, and fail with {@code RunProblem} when the account or the connection does.
 */
public interface Target {
    /** What the account has for these kinds. */
    Catalogue catalogue(Set<String> kinds);

    /** How much of what the account's plan limits it holds already, as far as records of these kinds are concerned. */
    Room room(Set<String> kinds);

    /** Makes one thing of the schema. */
    SchemaItem.Made make(SchemaItem item);

    /** Source key to target id of the wanted records that exist; absent ones are not in the answer. */
    Map<String, TargetId> find(FindRequest request);

    /**
     * What the target holds that carries a source key of one mapping; two ids with one mark are one record made twice.
     * Read while it is used, in no order; the same id may come twice when others write meanwhile.
     */
    Iterator<Trace> traces(TraceRequest request);

    /**
     * Sends intents that did not arrive, or writes of a rollback, several at a time. Each is settled and counted in the
     * phase's tally, set aside, or stays open; deleting what is gone already counts as done.
     */
    void send(Phase phase, Iterator<?> intentsOrWrites);

    /** What the account holds in some fields, record by record; pages are read while it is used. */
    Iterator<HeldRecord> held(HeldRequest request);

    /**
     * What the account would show of a record, face by face, when it shows just what is sent; asks it nothing.
     *
     * @throws io.dragoman.model.RecordProblem when the record cannot be sent as it is
     */
    HeldRecord asSent(TargetRecord record);

    /** Who changed the fields of one record since it was made, in no order; nothing where the target does not tell. */
    Iterator<FieldChange> changes(ChangesRequest request);

    /** What the account shows now of some records, or of all of a kind, in the words of the mapping; pages are read while it is used. */
    Iterator<ReadBack.Held> readBack(ReadBack wanted);

    /** Which of these records of a kind still exist. */
    Set<TargetId> remaining(String kind, Set<TargetId> ids);
}
