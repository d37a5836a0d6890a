package io.dragoman.systems.csv;

import io.dragoman.model.SourceLayout.SourceObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of an export whose header is read and found good.
 *
 * @param name as the export has it
 * @param header names of the columns as the layout has them; null for one the layout lacks
 * @param manifest what the manifest says of the file; null when it is silent
 */
public record CsvFile(
        SourceObject object,
        String name,
        Digested content,
        List<@Nullable String> header,
        Manifest.@Nullable Entry manifest) {}
