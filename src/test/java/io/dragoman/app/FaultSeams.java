package io.dragoman.app;

import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts what a verb does at its seams, and lets what is planned fail there. From the moment of a kill on nothing that the
 * verb does has an effect any more: no commit, and no request; what its ledger had on disk at that moment is put aside.
 */
final class FaultSeams implements FaultyLedger.Watch, FaultyFolder.Watch {
    private final Sandbox sandbox;
    private final LedgerFiles ledger;
    private final Map<FaultKind.Seam, Long> passes = new EnumMap<>(FaultKind.Seam.class);
    private final Set<Path> gone = new HashSet<>();
    private List<Fault> planned = List.of();
    private long requestsBefore;
    private boolean dead;

    FaultSeams(Sandbox sandbox, LedgerFiles ledger) {
        this.sandbox = sandbox;
        this.ledger = ledger;
        FaultWitness.tell(sandbox.baseUrl().toString(), this::saw);
    }

    /** From now on these fail, and passes are counted from one. */
    synchronized void arm(List<Fault> faults) {
        passes.clear();
        gone.clear();
        dead = false;
        planned = List.copyOf(faults);
        requestsBefore = sandbox.stats().requests();
        for (Fault fault : faults) {
            Faults.Kind kind = fault.kind().atTarget();
            if (fault.kind() == FaultKind.AWAY) {
                sandbox.faults().fromRequest(requestsBefore + fault.pass(), Faults.Kind.HTTP_503);
            } else if (kind != null) {
                sandbox.faults().onRequest(requestsBefore + fault.pass(), kind);
            }
        }
    }

    /** Nothing fails any more. What was late is still to come. */
    synchronized List<Fault> disarm() {
        List<Fault> met = new ArrayList<>(planned);
        met.removeIf(fault -> passes(fault.kind().seam()) < fault.pass());
        sandbox.faults().clearPlanned();
        planned = List.of();
        return met;
    }

    synchronized boolean isDead() {
        return dead;
    }

    /** How often the verb came by. */
    synchronized long passes(FaultKind.Seam seam) {
        return seam == FaultKind.Seam.REQUEST
                ? sandbox.stats().requests() - requestsBefore
                : passes.getOrDefault(seam, 0L);
    }

    @Override
    public synchronized Object commit(FaultyLedger.Step step) throws SQLException {
        Optional<FaultKind> due = due(FaultKind.Seam.COMMIT);
        if (due.filter(FaultKind.KILLED_BEFORE_COMMIT::equals).isPresent()) {
            kill();
        }
        if (dead || due.filter(FaultKind.COMMIT_REFUSED::equals).isPresent()) {
            throw failed();
        }
        Object done = step.go();
        if (due.filter(FaultKind.KILLED_AFTER_COMMIT::equals).isPresent()) {
            kill();
        }
        if (due.isPresent()) {
            throw failed();
        }
        return done;
    }

    @Override
    public Object read(FaultyLedger.Step step) throws SQLException {
        synchronized (this) {
            if (due(FaultKind.Seam.LEDGER_READ).isPresent()) {
                throw failed();
            }
        }
        return step.go();
    }

    @Override
    public synchronized void reads(Path file) throws IOException {
        Optional<FaultKind> due = due(FaultKind.Seam.FILE);
        if (due.filter(FaultKind.FILE_GONE::equals).isPresent()) {
            gone.add(file);
        }
        if (gone.contains(file)) {
            throw new NoSuchFileException("planned");
        }
        if (due.isPresent()) {
            throw new IOException("planned");
        }
    }

    private void saw(Seen seen) {
        if (seen.injected() && (seen.status() == 401 || seen.answer().contains("Just a moment"))) {
            synchronized (this) {
                kill();
            }
        }
    }

    private void kill() {
        if (!dead) {
            dead = true;
            sandbox.faults().fromRequest(0, Faults.Kind.UNAUTHORIZED_401);
            try {
                ledger.putAside();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<FaultKind> due(FaultKind.Seam seam) {
        long pass = passes.merge(seam, 1L, Long::sum);
        return planned.stream()
                .filter(fault -> fault.kind().seam() == seam && fault.pass() == pass)
                .map(Fault::kind)
                .findFirst();
    }

    private static SQLException failed() {
        return new SQLException("planned", "08006");
    }
}
