package io.dragoman.audit;

import io.dragoman.ledger.AuditLog;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LogColumn;
import io.dragoman.ledger.LogEntry;
import io.dragoman.ledger.Sealed;
import io.dragoman.ledger.SigningKey;
import io.dragoman.ledger.WriteRow;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Writes the audit log of a migration to files that others can check: every entry with the link the ledger gave it, then the count, the
 * last link and a signature. One entry is in memory at a time. For one thread.
 */
public final class LogExport {
    private final Ledger ledger;
    private final SigningKey key;
    private final boolean sealed;
    private final Standing standing;

    /** @param sealed whether what was sent comes along, as the ledger seals it */
    public LogExport(Ledger ledger, SigningKey key, boolean sealed) {
        this.ledger = ledger;
        this.key = key;
        this.sealed = sealed;
        this.standing = new Standing(ledger);
    }

    /**
     * What was written.
     *
     * @param entries of the log
     * @param wrong the first entry that does not follow from those before it; 0 when all do
     * @param files with their names
     */
    public record Result(long entries, long wrong, List<Path> files) {}

    /**
     * Writes the log as it is now.
     *
     * @param name of the files, without ending
     * @param progress hears the number of entries written
     * @throws RunProblem {@code log-not-writable}; nothing is left then
     */
    public Result to(Path folder, String name, Instant at, Collection<LogFormat> formats, LongConsumer progress) {
        List<LogFile> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (LogFormat format : formats) {
                files.add(new LogFile(folder.resolve(name + "." + format.word()), format.form()));
            }
            AuditLog.End end = ledger.log().end();
            write(files, first(at));
            long wrong = entries(files, end, progress);
            List<Path> finished = new ArrayList<>();
            for (LogFile file : files) {
                file.write(last(end, file.check()));
                finished.add(file.finish());
            }
            return new Result(end.entries(), wrong, finished);
        } catch (IOException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "log-not-writable",
                            folder.toString(),
                            "The audit log could not be written there ("
                                    + e.getClass().getSimpleName()
                                    + "). Make room, mend the rights, or name another folder with --to."),
                    e);
        } finally {
            files.forEach(LogExport::close);
        }
    }

    private long entries(List<LogFile> files, AuditLog.End end, LongConsumer progress) throws IOException {
        long seq = 0;
        String link = "";
        long wrong = 0;
        Iterator<LogEntry> entries = ledger.log().entries(end);
        while (entries.hasNext()) {
            LogEntry entry = entries.next();
            boolean right = entry.follows(seq, link);
            if (wrong == 0 && !right) {
                wrong = seq + 1;
            }
            seq = entry.seq();
            link = entry.link();
            write(files, line(entry, right));
            progress.accept(seq);
        }
        boolean whole = seq == end.entries() && link.equals(end.link()) && end.signed();
        return wrong == 0 && !whole ? seq + 1 : wrong;
    }

    private static void write(List<LogFile> files, Map<String, String> line) throws IOException {
        for (LogFile file : files) {
            file.write(line);
        }
    }

    private Map<String, String> first(Instant at) {
        Map<String, String> line = new HashMap<>();
        line.put(LogColumn.ENTRY.word(), LogLine.FIRST);
        line.put(LogColumn.AT.word(), at.toString());
        line.put(LogColumn.NOTE.word(), ledger.migration());
        line.put(LogLine.SIGNER, key.publicKey());
        return line;
    }

    private Map<String, String> last(AuditLog.End end, String check) {
        String entries = Long.toString(end.entries());
        Map<String, String> line = new HashMap<>();
        line.put(LogLine.SEQ, entries);
        line.put(LogColumn.ENTRY.word(), LogLine.LAST);
        line.put(LogLine.LINK, end.link());
        line.put(LogLine.SIGNATURE, key.sign(Checks.signed(check, entries, end.link())));
        return line;
    }

    /** @param right whether the entry is as it was closed, so that what it seals can be opened */
    private Map<String, String> line(LogEntry entry, boolean right) {
        Map<String, String> line = new HashMap<>();
        line.put(LogLine.SEQ, Long.toString(entry.seq()));
        entry.columns().forEach((column, value) -> line.put(column.word(), value));
        line.put(LogLine.LINK, entry.link());
        standing.add(line, entry.get(LogColumn.RUN));
        WriteRow write = entry.write();
        if (write != null) {
            line.put(LogLine.FIELDS, right ? ledger.log().fields(write) : "");
            if (sealed) {
                line.put(LogLine.SEALED_REQUEST, write.sealedWrite().text());
                Sealed<TargetRecord> before = write.sealedBefore();
                line.put(LogLine.SEALED_BEFORE, before == null ? "" : before.text());
            }
        }
        return line;
    }

    private static void close(LogFile file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
