package io.dragoman.app;

import io.dragoman.ledger.HeldJson;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.TargetId;
import io.dragoman.run.AccountIndex;
import io.dragoman.staging.HeldFile;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An account's records of one kind in a {@link HeldFile}. Thread-safe. */
final class HeldIndex implements AccountIndex, AutoCloseable {
    private static final int SHA_256 = 32;

    private final HeldFile file;
    private final byte[] sum = new byte[SHA_256];

    HeldIndex(HeldFile file) {
        this.file = file;
    }

    void add(HeldRecord held, Set<String> marks) {
        HeldRecord fields = new HeldRecord(held.id(), held.fields(), held.customFields());
        byte[] one = HexFormat.of()
                .parseHex(Gatekeeper.sha256(
                        held.id().value() + new String(HeldJson.write(fields), StandardCharsets.UTF_8)));
        for (int i = 0; i < one.length; i++) {
            sum[i] ^= one[i];
        }
        file.add(held.id().value(), marks, HeldJson.write(held));
    }

    /** The same text for the same records, in whatever order they came; when somebody changed them does not matter. */
    String digest() {
        return HexFormat.of().formatHex(sum);
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
