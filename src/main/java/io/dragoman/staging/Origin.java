package io.dragoman.staging;

import io.dragoman.model.Place;
import io.dragoman.model.SourceRecord;

/**
 * One record, and where it stands in the export.
 *
 * @param place file and line the row begins on; a view has no line
 */
public record Origin(SourceRecord record, Place place) {}
