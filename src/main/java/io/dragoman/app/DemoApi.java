package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.sandbox.cliniko.Clinic;
import io.dragoman.sandbox.cliniko.ClinikoSandbox;
import io.dragoman.sandbox.cliniko.ClinikoSettings;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The API that a demo's source answers over: a stand-in on this machine, or nothing for a source that is files. */
record DemoApi(@Nullable ClinikoSandbox cliniko) implements AutoCloseable {
    /** @param system whose API is stood in for; null when the source is files. @param export what it answers out of */
    static DemoApi start(@Nullable String system, Path export) {
        if (system == null) {
            return new DemoApi(null);
        }
        if (!system.equals("cliniko")) {
            throw new UserProblems(List.of(new Problem("demo-unknown", "api", "there is a stand-in of cliniko only.")));
        }
        return new DemoApi(ClinikoSandbox.start(Clinic.in(export), ClinikoSettings.defaults()));
    }

    /** The address under which its lists are; empty without an API. */
    String address() {
        return cliniko == null ? "" : cliniko.baseUrl().toString();
    }

    /** The key it accepts; empty without an API. */
    String key() {
        return cliniko == null ? "" : cliniko.key();
    }

    @Override
    public void close() {
        if (cliniko != null) {
            cliniko.close();
        }
    }
}
