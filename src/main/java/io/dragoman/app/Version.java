package io.dragoman.app;

import picocli.CommandLine.IVersionProvider;

/** The version the jar carries; {@code development} when run from classes. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Dragoman.class.getPackage().getImplementationVersion();
        return new String[] {"dragoman " + (version == null ? "development" : version)};
    }
}
