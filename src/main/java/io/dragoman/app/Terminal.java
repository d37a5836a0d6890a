package io.dragoman.app;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether a person sits before this process. */
final class Terminal {
    private Terminal() {}

    /** What a person types; null when nobody is there. */
    static @Nullable String ask(String question) {
        Console console = System.console();
        return console == null || !isThere() ? null : console.readLine("%s", question);
    }

    /** From JDK 22 on a console is there even when input is piped, and says itself whether it is a terminal. */
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
