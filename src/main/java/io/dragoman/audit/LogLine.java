package io.dragoman.audit;

import io.dragoman.ledger.LogColumn;
import io.dragoman.ledger.LogEntry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The columns of a line: place and link, what the chain of the ledger covers, and what the export adds. */
final class LogLine {
    static final String SEQ = "seq";
    /** The verb of the run. */
    static final String RUN_VERB = "run-verb";
    /** Names of the fields that were sent, each with a keyed digest of its value. */
    static final String FIELDS = "fields";
    /** Who had approved the mapping the run worked by. */
    static final String MAPPING_BY = "mapping-approved-by";
    /** Who had approved the policy the run worked under. */
    static final String POLICY_BY = "policy-approved-by";
    /** What was sent, for the holder of the seal key. */
    static final String SEALED_REQUEST = "sealed-request";
    /** What was there before, for the holder of the seal key. */
    static final String SEALED_BEFORE = "sealed-before";

    static final String LINK = "link";
    /** The public half of the signing key. */
    static final String SIGNER = "signer";

    static final String SIGNATURE = "signature";
    static final String CHECK = "check";

    /** Every column, in the order of the file. */
    static final List<String> COLUMNS = Stream.of(
                    Stream.of(SEQ),
                    Arrays.stream(LogColumn.values()).map(LogColumn::word),
                    Stream.of(RUN_VERB, FIELDS, MAPPING_BY, POLICY_BY, SEALED_REQUEST, SEALED_BEFORE),
                    Stream.of(LINK, SIGNER, SIGNATURE, CHECK))
            .flatMap(columns -> columns)
            .toList();

    /** The first line: whose log it is, and when it was written. */
    static final String FIRST = "export";
    /** The last line: how many entries there are, how the chain ends, and the signature. */
    static final String LAST = "end";

    private LogLine() {}

    /** The entry of a line, as the ledger held it. @throws IllegalArgumentException when the line has none */
    static LogEntry entry(Map<String, String> columns) {
        Map<LogColumn, String> chained = new EnumMap<>(LogColumn.class);
        for (LogColumn column : LogColumn.values()) {
            String value = columns.get(column.word());
            if (value != null) {
                chained.put(column, value);
            }
        }
        return new LogEntry(
                Long.parseLong(columns.getOrDefault(SEQ, "")), chained, columns.getOrDefault(LINK, ""), null);
    }
}
