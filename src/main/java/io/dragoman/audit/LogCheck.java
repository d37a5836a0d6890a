package io.dragoman.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.dragoman.ledger.LogColumn;
import io.dragoman.ledger.LogEntry;
import io.dragoman.ledger.SigningKey;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks a file that {@link LogExport} wrote: nothing changed, missing, added or moved, up to the signature at its end. Needs neither
 * ledger nor key. Reads one line at a time. Good for one file.
 */
public final class LogCheck {
    private final LogFormat.Form form;
    private final Checks checks = new Checks();
    private String migration = "";
    private String exportedAt = "";
    private String signer = "";
    private long seq;
    private String link = "";
    /** The check of the last line but the end, which the signature covers. */
    private String before = "";

    private boolean ended;

    private LogCheck(LogFormat.Form form) {
        this.form = form;
    }

    /**
     * Checks a whole file, or as far as it is right.
     *
     * @throws RunProblem {@code log-unreadable} when there is no such file, or it cannot be read
     */
    public static LogVerdict of(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(1);
            LogFormat format = in.read() == '{' ? LogFormat.JSONL : LogFormat.CSV;
            in.reset();
            return new LogCheck(format.form()).check(new Lines(in));
        } catch (IOException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "log-unreadable",
                            file.toString(),
                            "The file cannot be read (" + e.getClass().getSimpleName()
                                    + "). Name a file that `audit export` wrote."),
                    e);
        }
    }

    private LogVerdict check(Lines lines) throws IOException {
        byte[] header = form.header().getBytes(UTF_8);
        if (header.length > 0) {
            if (!lines.next() || !Arrays.equals(lines.line(), header)) {
                return verdict(1, "the names of the columns are not those of an audit log");
            }
            checks.next(header, header.length);
        }
        while (lines.next()) {
            String wrong = wrong(lines);
            if (wrong != null) {
                return verdict(lines.number(), wrong);
            }
        }
        return ended
                ? new LogVerdict(migration, exportedAt, seq, signer, null)
                : verdict(lines.number() + 1, "the end is missing: lines were cut off");
    }

    private LogVerdict verdict(long line, String what) {
        return new LogVerdict(migration, exportedAt, seq, signer, new LogVerdict.Wrong(line, what));
    }

    /** What is wrong with the line it stands on; null for nothing. */
    private @Nullable String wrong(Lines lines) {
        if (ended) {
            return "something was added after the end";
        }
        byte[] line = lines.line();
        byte[] ending = form.ending().getBytes(US_ASCII);
        int content = line.length - ending.length - Checks.DIGITS;
        if (!lines.whole()) {
            return "the line was cut off";
        } else if (content < 0
                || !Arrays.equals(line, line.length - ending.length, line.length, ending, 0, ending.length)) {
            return "the line was changed";
        }
        String check = new String(line, content, Checks.DIGITS, US_ASCII);
        Map<String, String> columns = columns(line);
        if (!check.equals(checks.next(line, content))) {
            return inPlace(columns) ? "the line was changed" : "lines are missing, added or out of place from here";
        }
        return said(columns);
    }

    /** The columns of a line; none when it is no line of this form. */
    private Map<String, String> columns(byte[] line) {
        try {
            return form.columns(new String(line, UTF_8));
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** Whether a line has the number that is expected here, whatever else it says. */
    private boolean inPlace(Map<String, String> columns) {
        String number = columns.getOrDefault(LogLine.SEQ, "");
        boolean last = columns.getOrDefault(LogColumn.ENTRY.word(), "").equals(LogLine.LAST);
        return number.equals(begun() ? Long.toString(last ? seq : seq + 1) : "");
    }

    private boolean begun() {
        return !signer.isEmpty();
    }

    /** What is wrong with what a line says, though its bytes are as they were written; null for nothing. */
    private @Nullable String said(Map<String, String> columns) {
        String entry = columns.getOrDefault(LogColumn.ENTRY.word(), "");
        if (entry.equals(LogLine.FIRST) != !begun()) {
            return "the log does not begin as one";
        } else if (!begun()) {
            begin(columns);
            return signer.isEmpty() ? "nobody signed the log" : null;
        }
        return entry.equals(LogLine.LAST) ? end(columns) : follow(columns);
    }

    private void begin(Map<String, String> columns) {
        migration = columns.getOrDefault(LogColumn.NOTE.word(), "");
        exportedAt = columns.getOrDefault(LogColumn.AT.word(), "");
        signer = columns.getOrDefault(LogLine.SIGNER, "");
        before = checks.last();
    }

    private @Nullable String follow(Map<String, String> columns) {
        before = checks.last();
        try {
            LogEntry entry = LogLine.entry(columns);
            if (entry.follows(seq, link)) {
                seq = entry.seq();
                link = entry.link();
                return null;
            }
        } catch (NumberFormatException e) {
            return "the entry has no number";
        }
        return "the entry does not follow from those before it: the ledger was changed before the log was written";
    }

    private @Nullable String end(Map<String, String> columns) {
        String entries = columns.getOrDefault(LogLine.SEQ, "");
        String last = columns.getOrDefault(LogLine.LINK, "");
        ended = true;
        if (!entries.equals(Long.toString(seq)) || !last.equals(link)) {
            return "the ledger had other entries than these";
        }
        String signature = columns.getOrDefault(LogLine.SIGNATURE, "");
        return SigningKey.verify(signer, Checks.signed(before, entries, last), signature)
                ? null
                : "the signature does not hold";
    }
}
