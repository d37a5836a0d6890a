package io.dragoman.staging;

import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.SourceRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Records of one pass, read as they are asked for, one in memory at a time. For one thread. */
public final class Records extends Cursor<SourceRecord> {
    private final Prepared prepared;
    private final Pass pass;
    private final Set<String> wanted;
    private final List<GatherCursor> children = new ArrayList<>();

    Records(Prepared prepared, Pass pass, BooleanSupplier stop, Runnable release) throws SQLException {
        this(prepared, pass, "", stop, release);
    }

    /** The record of this row, if it is one of the pass. */
    static Records ofRow(Prepared prepared, Pass pass, long row) throws SQLException {
        return new Records(prepared, pass, " AND o._row = " + row, () -> false, () -> {});
    }

    private Records(Prepared prepared, Pass pass, String only, BooleanSupplier stop, Runnable release)
            throws SQLException {
        super(prepared.connection().prepareStatement(sql(prepared, pass, only)), stop, release);
        this.prepared = prepared;
        this.pass = pass;
        this.wanted = prepared.reading().columns();
    }

    private static String sql(Prepared prepared, Pass pass, String only) {
        String columns = "o._row, " + Sql.columns("o", prepared.columns());
        String usable = "o._row NOT IN (SELECT row FROM temp.aside)";
        if (pass == Pass.LEADERS) {
            return "SELECT " + columns + " FROM " + prepared.table() + " WHERE " + usable
                    + " AND o._row NOT IN (SELECT row FROM temp.joined)" + only + " ORDER BY o._row";
        }
        return "SELECT " + columns + ", " + Sql.key("l", prepared.lineage()) + " FROM temp.joined j CROSS JOIN "
                + prepared.table() + " ON o._row = j.row CROSS JOIN "
                + Sql.name(prepared.object().name())
                + " l ON l._row = j.leader WHERE " + usable + only + " ORDER BY j.row";
    }

    @Override
    SourceRecord read(ResultSet rows) throws SQLException {
        long row = rows.getLong(1);
        List<String> columns = prepared.columns();
        Map<String, Object> fields = new LinkedHashMap<>();
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = rows.getString(i + 2);
            if (text != null) {
                key.put(columns.get(i), text);
                if (wanted.contains(columns.get(i))) {
                    fields.put(columns.get(i), text);
                }
            }
        }
        gather(row, fields);
        @Nullable String joins = pass == Pass.JOINED ? rows.getString(columns.size() + 2) : null;
        String joined =
                String.join("/", prepared.lineage().stream().map(key::get).toList());
        return new SourceRecord(prepared.object().name(), joined, row, fields, joins);
    }

    /** The children are sorted when the first record is asked for, so that a pass without records costs nothing. */
    private void gather(long row, Map<String, Object> fields) throws SQLException {
        List<Gather> gathers = prepared.reading().gathers();
        for (int i = 0; i < gathers.size(); i++) {
            if (children.size() == i) {
                children.add(new GatherCursor(
                        prepared,
                        pass,
                        gathers.get(i),
                        prepared.reading().gatherColumns().get(i)));
            }
            List<Map<String, Object>> list = children.get(i).of(row);
            if (!list.isEmpty()) {
                fields.put(gathers.get(i).name(), list);
            }
        }
    }

    @Override
    void closeMore() throws SQLException {
        for (GatherCursor cursor : children) {
            cursor.close();
        }
    }
}
