package io.dragoman.app;

import picocli.CommandLine.IVersionProvider;

/** The version the jar carries; {@code development} when run from classes. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"dragoman " + text()};
    }

    /** The number alone. */
    static String text() {
        String version = Dragoman.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
