package io.dragoman.app;

import io.dragoman.model.Mapping;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.Screened;
import io.dragoman.model.SourceRecord;
import io.dragoman.model.TargetRecord;
import io.dragoman.run.Stop;
import io.dragoman.run.Tally;
import io.dragoman.staging.Pass;
import io.dragoman.staging.Records;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping makes of each of its records under the policy, links unresolved, one at a time. Records that cannot travel
 * as they are at the source now are left out: a run sets them aside and says why. For one thread.
 */
final class MappedRecords implements Iterator<TargetRecord>, AutoCloseable {
    private final Engine engine;
    private final Mapping mapping;
    private final Stop stop;
    private final Records records;
    private @Nullable TargetRecord next;

    /** @param stop ends it early */
    MappedRecords(Engine engine, Mapping mapping, Stop stop) {
        this.engine = engine;
        this.mapping = mapping;
        this.stop = stop;
        engine.noteIn(new Tally());
        this.records = engine.staging().read(engine.reading(mapping), Pass.LEADERS);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !stop.asked() && records.hasNext()) {
            next = mapped(records.next()).orElse(null);
        }
        return next != null;
    }

    @Override
    public TargetRecord next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        TargetRecord current = next;
        next = null;
        return current;
    }

    private Optional<TargetRecord> mapped(SourceRecord source) {
        Screened screened = engine.screen().screen(source, mapping);
        try {
            return screened.whole()
                    ? Optional.empty()
                    : Optional.of(engine.mapper().map(screened, mapping.name()));
        } catch (RecordProblem leftToTheNextRun) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
