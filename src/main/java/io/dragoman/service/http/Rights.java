package io.dragoman.service.http;

import io.dragoman.access.Door;
import io.dragoman.access.Role;
import io.dragoman.access.Visitor;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.service.Verb;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which role asks for which verb. What is not named here is the engineer's. */
public final class Rights {
    /** Everybody who is known. */
    static final Set<Role> ALL = Set.copyOf(EnumSet.allOf(Role.class));

    static final Set<Role> ENGINEER = Set.of(Role.ENGINEER);
    private static final Set<Role> AUDITORS = Set.of(Role.ENGINEER, Role.COMPLIANCE);
    private static final String APPROVE = "approve";
    private static final String BY = "by";

    private static final Map<String, Set<Role>> VERBS = Map.of(
            APPROVE,
            Set.of(Role.APPROVER, Role.COMPLIANCE),
            "status",
            ALL,
            "quarantine list",
            ALL,
            "quarantine show",
            ALL,
            "explain",
            AUDITORS,
            "audit export",
            AUDITORS,
            "audit verify",
            AUDITORS,
            "certify",
            AUDITORS);

    /** Whose signature is whose. */
    private static final Map<String, Role> SIGNS = Map.of("mapping", Role.APPROVER, "compliance", Role.COMPLIANCE);

    private Rights() {}

    /** Roles that may ask for a verb. */
    public static Set<Role> of(Verb verb) {
        return VERBS.getOrDefault(verb.name(), ENGINEER);
    }

    /** The same in words, in the order of the roles. */
    public static String words(Verb verb) {
        return EnumSet.copyOf(of(verb)).stream().map(Role::word).collect(Collectors.joining(", "));
    }

    /**
     * The options under the name of who asks: nobody signs for somebody else, and only what their role signs. Who holds the start-up token
     * has no name of a person, and gives one.
     *
     * @throws RunProblem refused
     */
    public static Map<String, Object> signed(Visitor visitor, Verb verb, Map<String, Object> options) {
        if (verb.name().equals(APPROVE)) {
            Role needed = SIGNS.get(String.valueOf(options.get("as")));
            if (needed != null && !visitor.roles().contains(needed)) {
                throw new RunProblem(
                        RunProblem.Ending.REFUSED,
                        new Problem(
                                "role-missing", verb.name(), "this signature takes the role " + needed.word() + "."));
            }
        }
        boolean takesName =
                verb.options().stream().anyMatch(option -> option.name().equals(BY));
        if (!takesName || (visitor.name().equals(Door.OPERATOR) && options.containsKey(BY))) {
            return options;
        }
        Map<String, Object> signed = new LinkedHashMap<>(options);
        signed.put(BY, visitor.name());
        return signed;
    }
}
