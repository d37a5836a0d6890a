package io.dragoman.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of a target record of the kind {@code file}: those a mapping gives, and those that its content is measured to have.
 */
public final class FileFields {
    public static final String KIND = "file";

    /** Where the bytes are: a path in the export's folder, or an address. Text. */
    public static final String CONTENT = "content";

    /** The name people see. Text, made safe. */
    public static final String NAME = "name";

    /** Bytes, as a whole number. */
    public static final String SIZE = "size";

    /** SHA-256 of the bytes, 64 hexadecimal digits. */
    public static final String SHA256 = "sha256";

    /** What the bytes are, such as {@code application/pdf}. */
    public static final String MEDIA_TYPE = "media_type";

    /** When the file on disk was last changed; absent for an address. An instant. */
    public static final String MODIFIED = "modified";

    /** The fields that link a file to what it belongs to. */
    public static final List<String> PARENTS = List.of("person", "organization", "deal", "product", "activity", "lead");

    /** What says where a file came from and not what it is: on its own no reason to write it again. */
    private static final Set<String> ORIGIN = Set.of(CONTENT, MODIFIED, MEDIA_TYPE);

    private FileFields() {}

    public static boolean isFile(TargetRecord record) {
        return record.kind().equals(KIND);
    }

    /** Bytes of a file whose content is measured; 0 for any other record. */
    public static long size(TargetRecord record) {
        return isFile(record) && record.fields().get(SIZE) instanceof BigDecimal size ? size.longValueExact() : 0;
    }

    /** Field to id of everything the file belongs to, sorted. */
    public static Map<String, TargetId> parents(TargetRecord record) {
        Map<String, TargetId> parents = new TreeMap<>();
        PARENTS.forEach(field -> {
            if (record.fields().get(field) instanceof TargetId id) {
                parents.put(field, id);
            }
        });
        return parents;
    }

    /** Whether a change of these fields is one that the target could see. */
    public static boolean matters(Set<String> changed) {
        return !ORIGIN.containsAll(changed);
    }

    /** Whether a change of these fields needs the bytes to be sent again: a target changes nothing but the name. */
    public static boolean replaces(Set<String> changed) {
        return changed.contains(SHA256) || PARENTS.stream().anyMatch(changed::contains);
    }
}
