package io.dragoman.systems.pipedrive;

import org.jspecify.annotations.Nullable;

/** The target surely did nothing, or was only asked to read; the same request may be sent again after a while. */
public final class TargetBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final long delayMillis;

    /** @param delayMillis how long to wait at least; 0 leaves it to the route */
    TargetBusy(String reason, long delayMillis, @Nullable Throwable cause) {
        super(reason, cause);
        this.delayMillis = delayMillis;
    }

    long delayMillis() {
        return delayMillis;
    }
}
