package io.dragoman.app;

import io.dragoman.run.Stop;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the program is given when it is launched. Nothing else asks the process for it, so that several launches can
 * follow each other in one process.
 *
 * @param environment its variables, secrets among them; never printed
 * @param folder where Dragoman lies; null when beside its jar
 * @param stop raised when the launch has to end before its end
 * @param host what surrounds the verb
 */
record Launch(Map<String, String> environment, @Nullable Path folder, Stop stop, Host host) {
    /** In a process of its own. */
    Launch(Map<String, String> environment, @Nullable Path folder, Stop stop) {
        this(environment, folder, stop, new OwnProcess());
    }

    /** Of this process: its environment, and the folder in {@code -Ddragoman.home}, which the launcher sets. */
    static Launch ofProcess() {
        String told = System.getProperty("dragoman.home");
        return new Launch(System.getenv(), told == null ? null : Path.of(told), new Stop());
    }

    Home home() {
        return Home.at(folder);
    }

    @Override
    public String toString() {
        return "launch in " + folder;
    }
}
