package io.dragoman.systems.jdbc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Cells of a database as the text that an export would hold. A date may come as a date, a timestamp or text; a time also as the
 * number of hours times 100 and minutes; a bool also as 0 and 1, Y and N. Times without a zone are the practice's own.
 */
final class Cells {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int DATE_LENGTH = 10;
    private static final int HOUR = 100;

    private final ZoneId zone;
    private final boolean isModern;

    /** @param isModern whether the driver knows {@code java.time}, as those of JDBC 4.2 do */
    Cells(ZoneId zone, boolean isModern) {
        this.zone = zone;
        this.isModern = isModern;
    }

    /**
     * One cell of the row the result stands on.
     *
     * @param type of the layout
     * @param sqlType of {@link Types}
     */
    @Nullable
    String text(ResultSet row, int column, String type, int sqlType) throws SQLException {
        return switch (type) {
            case "date" -> {
                String moment = moment(row, column, sqlType);
                yield moment == null ? null : moment.substring(0, Math.min(DATE_LENGTH, moment.length()));
            }
            case "datetime" -> moment(row, column, sqlType);
            case "time" -> time(row, column, sqlType);
            case "bool" -> bool(row.getString(column));
            case "dec" -> money(row, column, sqlType);
            case "int", "id", "string", "code" -> isNumber(sqlType) ? whole(row, column) : row.getString(column);
            default -> row.getString(column);
        };
    }

    private @Nullable String moment(ResultSet row, int column, int sqlType) throws SQLException {
        if (sqlType == Types.TIMESTAMP_WITH_TIMEZONE) {
            OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : LOCAL.format(moment.atZoneSameInstant(zone));
        }
        if (sqlType != Types.TIMESTAMP && sqlType != Types.DATE) {
            return row.getString(column);
        }
        LocalDateTime moment = local(row, column);
        return moment == null ? null : LOCAL.format(moment);
    }

    private @Nullable LocalDateTime local(ResultSet row, int column) throws SQLException {
        if (isModern) {
            return row.getObject(column, LocalDateTime.class);
        }
        Timestamp moment = row.getTimestamp(column, universal());
        return moment == null ? null : LocalDateTime.ofInstant(Instant.ofEpochMilli(moment.getTime()), ZoneOffset.UTC);
    }

    /** No hour is left out in it, and no calendar changed, as it does in the zone of this machine. */
    private static Calendar universal() {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setGregorianChange(new java.util.Date(Long.MIN_VALUE));
        return calendar;
    }

    private @Nullable String time(ResultSet row, int column, int sqlType) throws SQLException {
        if (isNumber(sqlType)) {
            int clock = row.getInt(column);
            return row.wasNull() ? null : String.format(Locale.ROOT, "%02d:%02d", clock / HOUR, clock % HOUR);
        }
        if (sqlType == Types.TIMESTAMP) {
            LocalDateTime moment = local(row, column);
            return moment == null ? null : TIME.format(moment);
        }
        String text = row.getString(column);
        boolean hasSeconds = text != null && text.matches("\\d\\d:\\d\\d:00(\\.0+)?");
        return hasSeconds ? text.substring(0, "00:00".length()) : text;
    }

    private static @Nullable String bool(@Nullable String text) {
        return text == null
                ? null
                : switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "1", "t", "y", "true", "yes", "b'1'" -> "true";
                    case "0", "f", "n", "false", "no", "b'0'" -> "false";
                    default -> text;
                };
    }

    /** At least two places, as an export writes amounts. */
    private static @Nullable String money(ResultSet row, int column, int sqlType) throws SQLException {
        if (!isNumber(sqlType)) {
            return row.getString(column);
        }
        BigDecimal amount = row.getBigDecimal(column);
        if (amount == null) {
            return null;
        }
        BigDecimal shortest = amount.stripTrailingZeros();
        return (shortest.scale() < 2 ? shortest.setScale(2, RoundingMode.UNNECESSARY) : shortest).toPlainString();
    }

    private static @Nullable String whole(ResultSet row, int column) throws SQLException {
        BigDecimal number = row.getBigDecimal(column);
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    static boolean isNumber(int sqlType) {
        return switch (sqlType) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> true;
            default -> false;
        };
    }
}
