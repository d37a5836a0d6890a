package io.dragoman.inventory;

import java.util.List;

/** Everything an inventory counted, in the order in which a report tells it. */
public record Counts(
        List<ObjectCount> objects,
        List<ColumnCount> columns,
        List<CodeCount> codes,
        List<DateCount> dates,
        List<PeopleCount> people,
        List<FileCount> files,
        List<OpenCount> open,
        List<OwedCount> owed,
        List<CustomField> customFields) {}
