package io.dragoman.duplicates;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which rows share a mark: one number for each mark of each row, the mark in its upper half, the row's place in its lower. Beside it
 * the marks of each row, so that pairs that need not be weighed are told without reading a row again.
 */
final class MarkIndex {
    /** Marks that more rows have than this say nothing: the office's own telephone, a street of rented rooms. */
    static final int CROWD = 250;

    private long[] entries = new long[1024];
    private int size;
    private long[] rows = new long[256];
    private int count;
    private int[] marks = new int[1024];
    private int[] begins = new int[257];
    private final Set<Integer> crowded = new HashSet<>();
    private long passedOver;

    /** @param own marks of the row, in rising order */
    void add(long row, int[] own) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count + count / 2);
            begins = Arrays.copyOf(begins, rows.length + 1);
        }
        rows[count] = row;
        for (int mark : own) {
            if (size == entries.length) {
                entries = Arrays.copyOf(entries, size + size / 2);
                marks = Arrays.copyOf(marks, entries.length);
            }
            marks[size] = mark;
            entries[size++] = ((long) mark << Integer.SIZE) | count;
        }
        begins[++count] = size;
    }

    /** Whether no mark before this one, in rising order, is shared by the two: a pair is weighed once, at the first it shares. */
    boolean isFirstShared(int mark, int left, int right) {
        int i = begins[left];
        int j = begins[right];
        while (i < begins[left + 1] && j < begins[right + 1]) {
            if (marks[i] == marks[j]) {
                if (marks[i] == mark || !crowded.contains(marks[i])) {
                    return marks[i] == mark;
                }
                i++;
                j++;
            } else if (marks[i] < marks[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }

    /** After the last row. */
    void sort() {
        Arrays.sort(entries, 0, size);
        for (int from = 0; from < size; from = end(from)) {
            long members = end(from) - from;
            if (members > CROWD) {
                crowded.add(mark(from));
                passedOver += members * (members - 1) / 2;
            }
        }
    }

    /** Takes the members of one mark. */
    interface Group {
        void members(int mark, int[] places);
    }

    /** Every mark that two rows or more have, the crowded ones left out. */
    void each(Group group) {
        for (int from = 0; from < size; from = end(from)) {
            int to = end(from);
            if (to - from > 1 && !crowded.contains(mark(from))) {
                int[] places = new int[to - from];
                for (int i = 0; i < places.length; i++) {
                    places[i] = (int) entries[from + i];
                }
                group.members(mark(from), places);
            }
        }
    }

    private int end(int from) {
        int to = from + 1;
        while (to < size && mark(to) == mark(from)) {
            to++;
        }
        return to;
    }

    private int mark(int entry) {
        return (int) (entries[entry] >> Integer.SIZE);
    }

    long row(int place) {
        return rows[place];
    }

    /** Pairs that share a crowded mark. */
    long passedOver() {
        return passedOver;
    }
}
