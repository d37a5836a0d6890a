package io.dragoman.systems.csv;

import org.apache.camel.dataformat.csv.CsvRecordConverter;
import org.apache.commons.csv.CSVRecord;

/** Gives each CSV record as the array of its cells, which is all that staging needs of it. */
public final class CsvCells implements CsvRecordConverter<String[]> {
    @Override
    public String[] convertRecord(CSVRecord row) {
        return row.values();
    }
}
