package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a stand-in holds: records by resource, in the order in which they were created. A record has the fields of the API, its
 * addresses without a host, as {@code /patients/1}. Safe for several threads.
 */
public interface Clinic {
    /** How many records the resource has, archived ones among them; 0 when there is no such resource. */
    int size(String resource);

    /** The record at a place from 0; the caller may change what it gets. */
    ObjectNode at(String resource, int place);

    /** A word that is another one whenever the records of the resource changed. */
    String version(String resource);

    /** Whether none of its records was ever archived, cancelled or changed after it was made, so that a list need not look. */
    boolean plain(String resource);

    /** The one object of a resource that is no list, such as {@code settings}; null when there is none. */
    @Nullable
    ObjectNode single(String resource);

    /** The bytes of an attachment, as many as its {@code size} says. */
    InputStream bytes(String attachment, long size);

    /** A clinic in a folder: one file {@code <resource>.json} for each list, and {@code files/<id>} for attachments. */
    static Clinic in(Path folder) {
        return new FolderClinic(folder);
    }

    /** An invented clinic of this size, each record made when it is asked for. */
    static Clinic generated(int patients, int appointments, int notes) {
        return new GeneratedClinic(patients, appointments, notes);
    }
}
