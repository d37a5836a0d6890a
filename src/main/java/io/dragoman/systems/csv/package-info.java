/**
 * Reads an export of CSV files, a folder or a zip, into a staging. A layout says which files and columns there are;
 * nothing here knows a system. Doors: {@link io.dragoman.systems.csv.CsvExport}, the bean that a system's staging route
 * calls, and {@link io.dragoman.systems.csv.CsvCells}, how that route wants its rows. What a value means does not belong here.
 */
@NullMarked
package io.dragoman.systems.csv;

import org.jspecify.annotations.NullMarked;
