package io.dragoman.staging;

import io.dragoman.model.Human;
import io.dragoman.model.HumanFact;
import io.dragoman.model.Humans;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The people of a staged object, read from disk as they are asked for. For one thread; close it. */
public final class StagedHumans implements Humans, AutoCloseable {
    private final Connection connection;
    private final BooleanSupplier stop;
    private final String select;
    private final Map<HumanFact, List<String>> columns = new EnumMap<>(HumanFact.class);
    private final PreparedStatement one;

    StagedHumans(Connection connection, Layout layout, Topic people, BooleanSupplier stop) throws SQLException {
        this.connection = connection;
        this.stop = stop;
        List<String> all = new ArrayList<>();
        for (HumanFact fact : HumanFact.values()) {
            columns.put(fact, people.columns(fact.word()));
            all.addAll(people.columns(fact.word()));
        }
        String object = people.object();
        this.select = "SELECT o._row, " + Sql.key("o", layout.object(object).key())
                + (all.isEmpty() ? "" : ", " + Sql.columns("o", all)) + " FROM " + Sql.name(object) + " o";
        this.one = connection.prepareStatement(select + " WHERE o._row = ?");
    }

    @Override
    public Iterator<Human> iterator() {
        try {
            return new Cursor<>(connection.prepareStatement(select + " ORDER BY o._row"), stop, () -> {}) {
                @Override
                Human read(ResultSet row) throws SQLException {
                    return human(row);
                }
            };
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }

    @Override
    public Human at(long row) {
        try {
            one.setLong(1, row);
            try (ResultSet found = one.executeQuery()) {
                if (found.next()) {
                    return human(found);
                }
            }
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
        throw new IllegalArgumentException("no row " + row);
    }

    private Human human(ResultSet row) throws SQLException {
        Map<HumanFact, List<String>> facts = new EnumMap<>(HumanFact.class);
        int next = 3;
        for (Map.Entry<HumanFact, List<String>> fact : columns.entrySet()) {
            List<String> told = new ArrayList<>();
            for (int i = 0; i < fact.getValue().size(); i++) {
                String text = row.getString(next++);
                if (text != null) {
                    told.add(text);
                }
            }
            if (!told.isEmpty()) {
                facts.put(fact.getKey(), told);
            }
        }
        return new Human(row.getString(2), row.getLong(1), facts);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StagingFile.failed(e);
        }
    }
}
