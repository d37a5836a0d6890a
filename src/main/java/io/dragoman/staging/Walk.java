package io.dragoman.staging;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The rows of an object with some of its columns, one in memory at a time. For one thread. */
public final class Walk extends Cursor<Walk.Step> {
    private static final int BEFORE_CELLS = 4;

    private final int columns;

    Walk(PreparedStatement statement, int columns, BooleanSupplier stop) throws SQLException {
        super(statement, stop, () -> {});
        this.columns = columns;
    }

    /**
     * One row.
     *
     * @param key its parts joined with a slash
     * @param line in its file; 0 for a row of a view, or of a source that has no lines
     * @param cells in the order that was asked for
     */
    public record Step(String key, long row, long line, List<Optional<String>> cells) {
        /** What a column says, by its place among those asked for. */
        public Optional<String> cell(int at) {
            return cells.get(at);
        }
    }

    @Override
    Step read(ResultSet row) throws SQLException {
        String key = row.getString(1);
        long number = row.getLong(2);
        long line = row.getLong(3);
        @org.jspecify.annotations.Nullable String[] cells = new String[columns];
        for (int i = 0; i < columns; i++) {
            cells[i] = row.getString(i + BEFORE_CELLS);
        }
        return new Step(
                key == null ? "" : key,
                number,
                line,
                IntStream.range(0, columns)
                        .mapToObj(i -> Optional.ofNullable(cells[i]))
                        .toList());
    }
}
