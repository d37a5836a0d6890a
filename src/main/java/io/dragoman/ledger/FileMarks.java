package io.dragoman.ledger;

import io.dragoman.model.FileFields;
import io.dragoman.model.TargetRecord;

/**
 * By what two files under one parent are told apart or taken for the same, as keyed digests, so that nobody without the key can try out
 * values.
 *
 * @param content of the bytes and the parents
 * @param look of the name, the size and the parents: all that a list of the target shows
 */
public record FileMarks(String content, String look) {
    /** @param record a file whose content is measured, its links resolved */
    static FileMarks of(TargetRecord record, SealKey key) {
        String parents = FileFields.parents(record).toString();
        String sha256 = String.valueOf(record.fields().get(FileFields.SHA256));
        String name = String.valueOf(record.fields().get(FileFields.NAME));
        return new FileMarks(
                key.hmac("content " + sha256 + " " + parents),
                key.hmac("look " + FileFields.size(record) + " " + parents + " " + name));
    }
}
