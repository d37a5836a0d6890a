package io.dragoman.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Carries out verbs as the command line does, and tells of each only its first sentence and where its report is. */
final class DemoVerbs {
    private static final String REPORT = "Report: ";

    private final Launch launch;
    private final MigrationFile file;
    private final PrintWriter out;
    private boolean allWell = true;

    DemoVerbs(Launch launch, MigrationFile file, PrintWriter out) {
        this.launch = launch;
        this.file = file;
        this.out = out;
    }

    /** Whether each verb ended well, or with something left over. */
    boolean allWell() {
        return allWell;
    }

    DemoVerbs say(String step) {
        out.println(step);
        out.flush();
        return this;
    }

    /** Carries out a verb; one that fails is told in full, and those after it are left out. */
    DemoVerbs does(String... verb) {
        if (!allWell || launch.stop().asked()) {
            return this;
        }
        StringWriter told = new StringWriter();
        CommandLine line = Dragoman.commandLine(launch).setOut(new PrintWriter(told));
        int code = line.execute(Stream.concat(
                        Stream.of(verb), Stream.of("--migration", file.file().toString()))
                .toArray(String[]::new));
        allWell = code == ExitCode.DONE || code == ExitCode.LEFT_OVER;
        if (allWell) {
            List<String> lines =
                    told.toString().lines().filter(text -> !text.isBlank()).toList();
            lines.stream().limit(1).forEach(text -> out.println("   " + text));
            lines.stream()
                    .filter(text -> text.startsWith(REPORT))
                    .forEach(text -> out.println("   " + text.substring(REPORT.length())));
        } else {
            out.println(told);
        }
        out.flush();
        return this;
    }
}
