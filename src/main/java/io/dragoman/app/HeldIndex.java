package io.dragoman.app;

import io.dragoman.ledger.RecordJson;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.run.AccountIndex;
import io.dragoman.staging.HeldFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An account's records of one kind in a {@link HeldFile}. Thread-safe. */
final class HeldIndex implements AccountIndex, AutoCloseable {
    private final String kind;
    private final HeldFile file;

    HeldIndex(String kind, HeldFile file) {
        this.kind = kind;
        this.file = file;
    }

    void add(HeldRecord held, Set<String> marks) {
        TargetRecord record = new TargetRecord(
                "", kind, held.id().value(), null, held.fields(), held.customFields(), List.of(), List.of());
        file.add(held.id().value(), marks, RecordJson.write(record));
    }

    @Override
    public Set<TargetId> marked(String mark) {
        return file.marked(mark).stream().map(TargetId::new).collect(Collectors.toSet());
    }

    @Override
    public Optional<HeldRecord> record(TargetId id) {
        return file.record(id.value())
                .map(RecordJson::readRecord)
                .map(record -> new HeldRecord(id, record.fields(), record.customFields()));
    }

    @Override
    public Optional<String> takenBy(TargetId id) {
        return file.takenBy(id.value());
    }

    @Override
    public boolean take(TargetId id, String by) {
        return file.take(id.value(), by);
    }

    @Override
    public void close() {
        file.close();
    }
}
