package io.dragoman.app;

import io.dragoman.ledger.HeldJson;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import io.dragoman.run.AccountIndex;
import io.dragoman.staging.HeldFile;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An account's records of one kind in a {@link HeldFile}. Thread-safe. */
final class HeldIndex implements AccountIndex, AutoCloseable {
    private final HeldFile file;

    HeldIndex(HeldFile file) {
        this.file = file;
    }

    void add(HeldRecord held, Set<String> marks) {
        file.add(held.id().value(), marks, HeldJson.write(held));
    }

    @Override
    public Set<TargetId> marked(String mark) {
        return file.marked(mark).stream().map(TargetId::new).collect(Collectors.toSet());
    }

    @Override
    public Optional<HeldRecord> record(TargetId id) {
        return file.record(id.value()).map(json -> HeldJson.read(id, json));
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
