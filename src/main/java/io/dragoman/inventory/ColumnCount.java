package io.dragoman.inventory;

import java.util.Map;

/**
 * How much of a column is there, how good it is, and what becomes of it.
 *
 * @param type as the layout has it
 * @param refers whether it names rows of an object that is there
 * @param rows of its object
 * @param filled cells that are not empty
 * @param longest characters of its longest cell
 * @param wrong cells by code of what is wrong with them; references that lead nowhere among them
 * @param form the form of its first value; empty for an empty column
 * @param identifiers cells of a long text in which something is written like an e-mail address, a telephone or a social
 *     security number
 */
public record ColumnCount(
        String object,
        String column,
        String type,
        boolean refers,
        long rows,
        long filled,
        long longest,
        Map<String, Long> wrong,
        String form,
        long identifiers,
        ColumnUse use) {

    /** Cells that cannot be used as they are. */
    public long wrongCells() {
        return wrong.values().stream().mapToLong(Long::longValue).sum();
    }
}
