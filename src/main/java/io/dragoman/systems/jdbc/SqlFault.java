package io.dragoman.systems.jdbc;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in our words what a database refused. Its own words may quote what it was asked, so none of them are passed on. */
final class SqlFault {
    /** Names that databases put into their words, as PostgreSQL, HSQLDB, SQL Server and others write them. */
    private static final Pattern NAMED = Pattern.compile(
            "\"([\\w$.]+)\"|'([\\w$.]+)'|not found: ?([\\w$.]+)|column ([\\w$.]+) (?:does not exist|not found)",
            Pattern.CASE_INSENSITIVE);

    private SqlFault() {}

    /** What is wrong with a query that the database does not take. */
    static Problem ofQuery(Query query, SQLException refused) {
        String words = String.valueOf(refused.getMessage());
        int statement = words.indexOf("in statement [");
        Matcher named = NAMED.matcher(statement < 0 ? words : words.substring(0, statement));
        while (named.find()) {
            String name = lastPart(named);
            int line = query.lineOf(name);
            if (line > 0 && state(refused).startsWith("42")) {
                return new Problem(
                        "table-or-column-missing",
                        query.file() + ":" + line,
                        "This database has no " + name
                                + ", or its user may not read it. Other versions call it otherwise: copy the folder, change the query"
                                + " and name the copy as source.queries; a file taken out leaves its records behind.");
            }
        }
        return new Problem(
                "query-refused",
                query.file(),
                "The database does not take this query (SQL state " + state(refused) + ", its code "
                        + refused.getErrorCode() + "). Try it in the database's own tool with the same user.");
    }

    private static String lastPart(Matcher named) {
        for (int i = 1; i <= named.groupCount(); i++) {
            String name = named.group(i);
            if (name != null) {
                return name.substring(name.lastIndexOf('.') + 1);
            }
        }
        return "";
    }

    /** The database did not let us in. */
    static RunProblem ofConnection(SQLException refused) {
        String state = state(refused);
        if (state.startsWith("28")) {
            return failed("database-login-refused", "It does not know this user with this password.", refused);
        }
        if (state.startsWith("08")) {
            return failed(
                    "database-unreachable",
                    "Nothing answers at source.url as this kind of database does. Is it running, and may this machine reach it?",
                    refused);
        }
        return failed(
                "database-not-opened",
                "It could not be opened (SQL state " + state + ", its code " + refused.getErrorCode()
                        + "). Look at source.url, source.user and the name of the database.",
                refused);
    }

    /** The reading broke off. */
    static RunProblem ofReading(Query query, SQLException broken) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "database-broken-off",
                        query.file(),
                        "Reading it broke off (SQL state " + state(broken) + ", its code " + broken.getErrorCode()
                                + "). Half a source is none, so nothing was done with it. Start the verb again."),
                broken);
    }

    static RunProblem failed(String code, String advice, @Nullable SQLException cause) {
        return new RunProblem(RunProblem.Ending.FAILED, new Problem(code, "source", advice), cause);
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "unknown" : e.getSQLState();
    }
}
