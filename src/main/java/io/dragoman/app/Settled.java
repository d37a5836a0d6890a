package io.dragoman.app;

import io.dragoman.ledger.Lineages;
import io.dragoman.mapping.Fingerprints;
import io.dragoman.model.FileFields;
import io.dragoman.model.Policy;
import io.dragoman.model.SourceRecord;
import io.dragoman.run.Phase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/**
 * What the ledger holds a receipt for, with the same fingerprint, does not travel again. A plan, a quarantined record or a
 * crash never counts as done, because only {@code settle} writes receipts; a key is claimed within this process while its
 * record is under way.
 */
final class Settled extends ServiceSupport implements IdempotentRepository {
    private final Lineages lineages;
    private final Fingerprints fingerprints;
    private final Policy policy;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    Settled(Lineages lineages, Fingerprints fingerprints, Policy policy) {
        this.lineages = lineages;
        this.fingerprints = fingerprints;
        this.policy = policy;
    }

    @Override
    public boolean add(Exchange exchange, String key) {
        Phase phase = exchange.getVariable("phase", Phase.class);
        SourceRecord sourceRecord = exchange.getVariable("record", SourceRecord.class);
        String mapping = phase.mapping().name();
        // a file can change while its row stays as it is, so it always travels as far as its bytes are looked at
        if (!phase.unknown().contains(mapping)
                && !phase.mapping().targetKind().equals(FileFields.KIND)
                && lineages.settledUnchanged(mapping, key, fingerprints.of(sourceRecord, phase.mapping(), policy))) {
            return false;
        }
        return underWay.add(mapping + "/" + key);
    }

    @Override
    public boolean remove(Exchange exchange, String key) {
        return giveBack(exchange, key);
    }

    @Override
    public boolean confirm(Exchange exchange, String key) {
        return giveBack(exchange, key);
    }

    private boolean giveBack(Exchange exchange, String key) {
        return underWay.remove(
                exchange.getVariable("phase", Phase.class).mapping().name() + "/" + key);
    }

    @Override
    public boolean contains(Exchange exchange, String key) {
        return false;
    }

    @Override
    public boolean add(String key) {
        throw new IllegalStateException("a key says nothing without its mapping");
    }

    @Override
    public boolean contains(String key) {
        return false;
    }

    @Override
    public boolean remove(String key) {
        return false;
    }

    @Override
    public boolean confirm(String key) {
        return false;
    }

    @Override
    public void clear() {
        underWay.clear();
    }
}
