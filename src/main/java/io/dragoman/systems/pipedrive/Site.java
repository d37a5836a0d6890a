package io.dragoman.systems.pipedrive;

import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetRecord;
import org.jspecify.annotations.Nullable;

/**
 * Where in a migration a problem arose.
 *
 * @param kind of the target record
 * @param key of the source record
 */
record Site(String mapping, String kind, String key) {
    static Site of(TargetRecord record) {
        return new Site(record.mapping(), record.kind(), record.key());
    }

    /** @param field name in the mapping; null when no single field is to blame */
    RecordProblem problem(String code, @Nullable String field, String advice) {
        String row = field == null ? "" : " \"" + field + "\"";
        return new RecordProblem(new Problem(code, mapping + row + ": " + key, advice));
    }
}
