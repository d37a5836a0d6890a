package io.dragoman.app;

import io.dragoman.run.Stop;
import io.dragoman.service.Verb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the command line offers, as a service offers it: every verb that works on a migration, without the options that a service sets itself
 * and those that name files, which would be files of the server.
 */
final class VerbCatalogue {
    private static final Set<String> NOT_SERVED = Set.of("demo", "sandbox", "serve", "user", "help");
    private static final Set<String> READ_ONLY =
            Set.of("audit", "status", "quarantine list", "quarantine show", "audit export", "audit verify");
    private static final Set<String> SET_HERE = Set.of("migration", "output", "yes", "help", "version");

    private VerbCatalogue() {}

    static List<Verb> read() {
        CommandLine line = Dragoman.commandLine(new Launch(Map.of(), Path.of(""), new Stop()));
        List<Verb> verbs = new ArrayList<>();
        new TreeMap<>(line.getSubcommands()).forEach((name, command) -> {
            if (!NOT_SERVED.contains(name)) {
                add(name, command, verbs);
            }
        });
        verbs.sort(Comparator.comparing(Verb::name));
        return List.copyOf(verbs);
    }

    private static void add(String name, CommandLine command, List<Verb> verbs) {
        command.getSubcommands().forEach((sub, one) -> add(name + " " + sub, one, verbs));
        if (command.getCommandSpec().findOption("--migration") != null) {
            verbs.add(verb(name, command.getCommandSpec()));
        }
    }

    private static Verb verb(String name, CommandSpec spec) {
        return new Verb(
                name,
                String.join(" ", spec.usageMessage().description()),
                READ_ONLY.contains(name),
                spec.findOption("--yes") != null,
                spec.options().stream()
                        .filter(option -> option.longestName().startsWith("--"))
                        .filter(option -> !SET_HERE.contains(plain(option)))
                        .filter(option -> option.type() != Path.class)
                        .map(option -> option(option, plain(option)))
                        .toList(),
                spec.positionalParameters().stream()
                        .filter(parameter -> parameter.type() != Path.class)
                        .map(parameter -> option(parameter, parameter.paramLabel()))
                        .toList());
    }

    private static String plain(OptionSpec option) {
        return option.longestName().replaceFirst("^--", "");
    }

    private static Verb.Option option(ArgSpec spec, String name) {
        Class<?> type = spec.auxiliaryTypes().length > 0 ? spec.auxiliaryTypes()[0] : spec.type();
        Verb.Kind kind = type == boolean.class || type == Boolean.class
                ? Verb.Kind.FLAG
                : type == int.class || type == Integer.class ? Verb.Kind.NUMBER : Verb.Kind.TEXT;
        List<String> values = type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(java.util.Locale.ROOT))
                        .toList()
                : List.of();
        return new Verb.Option(
                name,
                String.join(" ", spec.renderedDescription()),
                kind,
                values,
                spec.required() && spec.group() == null,
                spec.isMultiValue());
    }
}
