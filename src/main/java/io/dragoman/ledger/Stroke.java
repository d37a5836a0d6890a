package io.dragoman.ledger;

import java.sql.SQLException;

/**
 * One caller's change of the ledger. It is carried out by the writing thread together with others, and again alone when
 * the group fails, so it changes nothing but what it writes with the pen.
 */
@FunctionalInterface
interface Stroke<T> {
    T write(Pen pen) throws SQLException;
}
