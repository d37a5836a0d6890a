import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Copies a whole ledger from an HSQLDB file into a PostgreSQL database in which Dragoman has made its empty tables.
 * The rows are copied as they are, sealed parts and chain among them; the seal key is not needed and not touched.
 *
 * <pre>
 * java -cp 'target/lib/*' docs/tools/CopyLedger.java jdbc:hsqldb:file:/path/ledger jdbc:postgresql://host/database user
 * </pre>
 *
 * The password of PostgreSQL is read from the environment variable PGPASSWORD.
 */
class CopyLedger {
    private static final int BATCH = 1000;

    public static void main(String[] arguments) throws SQLException {
        if (arguments.length != 3) {
            System.err.println("usage: CopyLedger FROM_URL TO_URL TO_USER");
            System.exit(64);
        }
        String password = System.getenv().getOrDefault("PGPASSWORD", "");
        try (Connection from = DriverManager.getConnection(arguments[0] + ";ifexists=true", "SA", "");
                Connection to = DriverManager.getConnection(arguments[1], arguments[2], password)) {
            demand(tables(from).equals(tables(to)), "the two sides do not have the same tables; use one version of Dragoman");
            demand(count(to, "run") == 0, "the other side has runs already; take an empty database");
            to.setAutoCommit(false);
            List<String> tables = inOrder(from);
            List<String> backwards = new ArrayList<>(tables);
            Collections.reverse(backwards);
            for (String table : backwards) {
                run(to, "delete from " + table);
            }
            for (String table : tables) {
                copy(from, to, table);
            }
            to.commit();
            run(from, "shutdown");
        }
    }

    private static void copy(Connection from, Connection to, String table) throws SQLException {
        try (Statement read = from.createStatement();
                ResultSet rows = read.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= columns; i++) {
                names.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
            String insert = "insert into " + table + " (" + String.join(", ", names) + ") values ("
                    + String.join(", ", Collections.nCopies(columns, "?")) + ")";
            try (PreparedStatement write = to.prepareStatement(insert)) {
                long copied = 0;
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        write.setObject(i, rows.getObject(i));
                    }
                    write.addBatch();
                    if (++copied % BATCH == 0) {
                        write.executeBatch();
                    }
                }
                write.executeBatch();
                demand(copied == count(to, table), table + " did not arrive whole");
                System.out.println(table + ": " + copied);
            }
        }
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new TreeSet<>();
        String schema = connection.getSchema();
        try (ResultSet rows = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.remove("ledger_version");
        return tables;
    }

    /** Tables that others refer to come first. */
    private static List<String> inOrder(Connection connection) throws SQLException {
        List<String> ordered = new ArrayList<>();
        Set<String> left = tables(connection);
        while (!left.isEmpty()) {
            for (String table : List.copyOf(left)) {
                if (ordered.containsAll(referredTo(connection, table))) {
                    ordered.add(table);
                    left.remove(table);
                }
            }
        }
        return ordered;
    }

    private static Set<String> referredTo(Connection connection, String table) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet keys = connection.getMetaData()
                .getImportedKeys(null, connection.getSchema(), table.toUpperCase(Locale.ROOT))) {
            while (keys.next()) {
                tables.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println(otherwise);
            System.exit(1);
        }
    }
}
