package io.dragoman.model;

/**
 * A spot in a file that a person can open: a mapping, a migration file, or a file of an export.
 *
 * @param file name as the user knows it, never an absolute path of an export
 * @param line from 1; 0 when only the file is known
 * @param column from 1; 0 when only the line is known
 */
public record Place(String file, long line, long column) {
    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
