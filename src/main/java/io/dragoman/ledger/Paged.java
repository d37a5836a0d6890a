package io.dragoman.ledger;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Rows read page by page, each page after the last row of the one before, so that any number of them fits in memory and
 * they may change while they are looked at.
 */
final class Paged<T> implements Iterator<T> {
    static final int PAGE = 500;

    private final LongFunction<List<T>> pageAfter;
    private final ToLongFunction<T> place;
    private Iterator<T> page;
    private long last;
    private boolean full;

    /** @param pageAfter at most {@link #PAGE} rows that follow the row at this place; an empty page ends */
    Paged(long start, LongFunction<List<T>> pageAfter, ToLongFunction<T> place) {
        this.pageAfter = pageAfter;
        this.place = place;
        this.last = start;
        this.page = turn();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && full) {
            page = turn();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T row = page.next();
        last = place.applyAsLong(row);
        return row;
    }

    private Iterator<T> turn() {
        List<T> rows = pageAfter.apply(last);
        full = rows.size() == PAGE;
        return rows.iterator();
    }
}
