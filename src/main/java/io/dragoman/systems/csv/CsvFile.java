package io.dragoman.systems.csv;

import io.dragoman.model.SourceLayout.SourceObject;
import org.jspecify.annotations.Nullable;

/**
 * One file of an export whose header is read and found good.
 *
 * @param export 0 for the whole export; the exports of changes follow, from 1
 * @param name as the export has it
 * @param shape how its rows become rows of the object
 * @param manifest what the manifest says of the file; null when it is silent
 */
public record CsvFile(
        int export,
        SourceObject object,
        String name,
        Digested content,
        RowShape shape,
        Manifest.@Nullable Entry manifest) {

    /** The same file as one of a later export. */
    CsvFile of(int otherExport) {
        return new CsvFile(otherExport, object, name, content, shape, manifest);
    }
}
