package io.dragoman.staging;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * The functions that views may use beside those of SQLite: {@code money_sum(amount)} and {@code money_add(amount, ...)}
 * add exactly, {@code money_times(quantity, price)} multiplies, {@code zoned(moment, zone)} gives a local time the offset of its zone,
 * {@code days_later(date, days)} and {@code months_later(date, months)} walk the calendar, {@code alike(shape, text, ...)} is equal
 * for texts a person would call the same, {@code html(text)} is plain text made safe to stand in HTML.
 *
 * <p>Nothing is left out of a sum; with nothing to add the sum is nothing. A text that is no amount, or no day, comes out as
 * it went in, so that the check of the view's column finds it and no wrong figure travels.
 */
final class Functions {
    private Functions() {}

    static void add(Connection connection) throws SQLException {
        int deterministic = Function.FLAG_DETERMINISTIC;
        Function.create(connection, "money_sum", new MoneySum(), 1, deterministic);
        Function.create(connection, "money_add", new MoneyAdd(), -1, deterministic);
        Function.create(connection, "money_times", new MoneyTimes(), 2, deterministic);
        Function.create(connection, "zoned", new Zoned(), 2, deterministic);
        Function.create(connection, "days_later", new Later(false), 2, deterministic);
        Function.create(connection, "months_later", new Later(true), 2, deterministic);
        Function.create(connection, "alike", new Alike(), -1, deterministic);
        Function.create(connection, "html", new Html(), 1, deterministic);
    }

    private static final class Html extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String text = value_text(0);
            result(
                    text == null
                            ? null
                            : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        }
    }

    /** A sum in the making. */
    private static final class Total {
        private @Nullable BigDecimal sum;
        private @Nullable String noAmount;

        void add(@Nullable String text) {
            if (text == null || noAmount != null) {
                return;
            }
            try {
                BigDecimal amount = new BigDecimal(text);
                sum = sum == null ? amount : sum.add(amount);
            } catch (NumberFormatException e) {
                noAmount = text;
            }
        }

        @Nullable
        String text() {
            if (noAmount != null || sum == null) {
                return noAmount;
            }
            return (sum.scale() < 2 ? sum.setScale(2, RoundingMode.UNNECESSARY) : twoPlaces(sum)).toPlainString();
        }

        private static BigDecimal twoPlaces(BigDecimal sum) {
            BigDecimal shortest = sum.stripTrailingZeros();
            return shortest.scale() <= 2 ? shortest.setScale(2, RoundingMode.UNNECESSARY) : shortest;
        }
    }

    private static final class MoneySum extends Function.Aggregate {
        private Total total = new Total();

        @Override
        protected void xStep() throws SQLException {
            total.add(value_text(0));
        }

        @Override
        protected void xFinal() throws SQLException {
            result(total.text());
        }

        @Override
        public Object clone() throws CloneNotSupportedException {
            MoneySum fresh = (MoneySum) super.clone();
            fresh.total = new Total();
            return fresh;
        }
    }

    private static final class MoneyAdd extends Function {
        @Override
        protected void xFunc() throws SQLException {
            Total total = new Total();
            for (int i = 0; i < args(); i++) {
                total.add(value_text(i));
            }
            result(total.text());
        }
    }

    /** Rounded to the cent, half up, as invoices are. */
    private static final class MoneyTimes extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String quantity = value_text(0);
            String price = value_text(1);
            if (quantity == null || price == null) {
                result((String) null);
                return;
            }
            try {
                result(new BigDecimal(quantity)
                        .multiply(new BigDecimal(price))
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString());
            } catch (NumberFormatException e) {
                result(quantity + " x " + price);
            }
        }
    }

    /** A local time with the offset of a zone; what has an offset, or names no zone, is as it was. */
    private static final class Zoned extends Function {
        @Override
        protected void xFunc() throws SQLException {
            String moment = value_text(0);
            String zone = value_text(1);
            if (moment == null || zone == null || moment.length() < 16) {
                result(moment);
                return;
            }
            try {
                LocalDateTime local = LocalDateTime.parse(moment.replace(' ', 'T'));
                result(local.atZone(ZoneId.of(zone)).toOffsetDateTime().toString());
            } catch (DateTimeParseException hasOffset) {
                result(moment);
            } catch (DateTimeException noSuchZone) {
                result(moment + " " + zone);
            }
        }
    }

    /** A date some days or months on; a month that is too short ends on its last day. */
    private static final class Later extends Function {
        private final boolean months;

        Later(boolean months) {
            this.months = months;
        }

        @Override
        protected void xFunc() throws SQLException {
            String date = value_text(0);
            String steps = value_text(1);
            LocalDate day = date == null ? null : CellRule.day(date);
            if (date == null || day == null || steps == null) {
                result(date == null || steps == null ? null : date);
            } else if (steps.matches("-?\\d{1,5}")) {
                long count = Long.parseLong(steps);
                result((months ? day.plusMonths(count) : day.plusDays(count)).toString());
            } else {
                result(steps);
            }
        }
    }
}
