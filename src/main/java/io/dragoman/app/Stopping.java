package io.dragoman.app;

import io.dragoman.run.Stop;

/** The one stop of this process, raised by SIGTERM and SIGINT. */
final class Stopping {
    static final Stop STOP = new Stop();

    private Stopping() {}
}
