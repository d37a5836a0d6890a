package io.dragoman.app;

import io.dragoman.access.Role;
import io.dragoman.access.Secrets;
import io.dragoman.access.Users;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code user}: a line for the users file of the service. The password is asked for, and never a part of the command. */
@Command(
        name = "user",
        description =
                "Prints a line for the users file of `serve`; asks for the password, or makes a token for a machine.",
        mixinStandardHelpOptions = true)
final class UserCommand implements Callable<Integer> {
    private static final int SHORTEST = 12;

    @Parameters(paramLabel = "NAME", description = "Letters, digits and . _ @ + -; a signature bears this name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "${COMPLETION-CANDIDATES}; several with commas between.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Role> roles;

    @Option(names = "--token", description = "Make a token for a machine; it is shown once, below the line.")
    private boolean token;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (token) {
                String word = Secrets.word();
                out.println(Users.tokenLine(name, EnumSet.copyOf(roles), word));
                out.println("# The machine sends this as Authorization: Bearer, and nobody can read it again: " + word);
            } else {
                char[] password = password();
                out.println(Users.passwordLine(name, EnumSet.copyOf(roles), password));
                Arrays.fill(password, ' ');
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** From the terminal without showing it, or the first line of what is piped in. */
    private char[] password() throws IOException {
        Console terminal = System.console();
        char[] typed;
        if (terminal != null) {
            typed = terminal.readPassword("Password of %s: ", name);
        } else {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            typed = line == null ? new char[0] : line.toCharArray();
        }
        if (typed == null || typed.length < SHORTEST) {
            throw new ParameterException(spec.commandLine(), "A password has at least " + SHORTEST + " characters.");
        }
        return typed;
    }
}
