package io.dragoman.systems.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of an SQL text outside of comments and quotes, to tell a single SELECT from anything else. */
final class SqlWords {
    /** None of these stands in a query that only reads; a column of such a name can be quoted. */
    private static final Set<String> CHANGING = Set.of(
            "ALTER",
            "CALL",
            "COMMIT",
            "CREATE",
            "DELETE",
            "DROP",
            "EXEC",
            "EXECUTE",
            "GRANT",
            "INSERT",
            "INTO",
            "LOCK",
            "MERGE",
            "REVOKE",
            "ROLLBACK",
            "SET",
            "TRUNCATE",
            "UPDATE");

    private final String sql;
    private final List<String> words = new ArrayList<>();
    private boolean ended;
    private boolean goesOn;
    private int at;

    SqlWords(String sql) {
        this.sql = sql;
        while (at < sql.length()) {
            step();
        }
    }

    /** Whether the text is one query and nothing else. */
    boolean isOneSelect() {
        boolean begins = !words.isEmpty() && Set.of("SELECT", "WITH").contains(words.get(0));
        return begins && !goesOn && words.contains("SELECT") && words.stream().noneMatch(CHANGING::contains);
    }

    private void step() {
        char c = sql.charAt(at);
        if (sql.startsWith("--", at)) {
            at = end("\n", at);
        } else if (sql.startsWith("/*", at)) {
            at = end("*/", at + 2);
        } else if (c == '\'' || c == '"') {
            mustNotHaveEnded();
            at = end(String.valueOf(c), at + 1);
        } else if (Character.isLetter(c)) {
            mustNotHaveEnded();
            word();
        } else {
            if (c == ';') {
                goesOn |= ended;
                ended = true;
            } else if (!Character.isWhitespace(c)) {
                mustNotHaveEnded();
            }
            at++;
        }
    }

    private void mustNotHaveEnded() {
        goesOn |= ended;
    }

    private int end(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private void word() {
        int from = at;
        while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
            at++;
        }
        words.add(sql.substring(from, at).toUpperCase(Locale.ROOT));
    }
}
