package io.dragoman.app;

import io.dragoman.access.Door;
import io.dragoman.access.Secrets;
import io.dragoman.access.UserFile;
import io.dragoman.service.http.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of {@code serve} that say where it listens and who may come in. */
final class ServeAccess {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Set<String> OWN_NAMES = Set.of(LOOPBACK, "localhost", "[::1]");

    @Option(names = "--port", description = "0 takes a free one (default: ${DEFAULT-VALUE}).", defaultValue = "8090")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "Listen here instead of on 127.0.0.1; takes --users. Put a proxy with TLS before it.",
            defaultValue = LOOPBACK)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String address;

    @Option(
            names = "--host-name",
            paramLabel = "NAME",
            description = "People reach it under this name, too; may be given several times.")
    private @Nullable List<String> hostNames;

    @Option(
            names = "--users",
            paramLabel = "FILE",
            description =
                    "Who may come in, with roles; lines are made with `user`. Without it the start-up token opens everything.")
    private @Nullable Path users;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description =
                    "Believe the proxy at this address who asks; may be given several times. Takes --proxy-header.")
    private @Nullable List<String> proxies;

    @Option(
            names = "--proxy-header",
            paramLabel = "NAME",
            description =
                    "The header in which the trusted proxy names the user, and which it removes from what others send.")
    private @Nullable String proxyHeader;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Whether people have names here. */
    boolean hasUsers() {
        return users != null;
    }

    Server.Place place() {
        if (!address.equals(LOOPBACK) && users == null) {
            throw new ParameterException(spec.commandLine(), "Others can reach --address; say with --users who may.");
        }
        if ((proxies == null) != (proxyHeader == null) || (proxies != null && users == null)) {
            throw new ParameterException(
                    spec.commandLine(), "--trusted-proxy, --proxy-header and --users are given together.");
        }
        return new Server.Place(address, port, proxyHeader == null ? "" : proxyHeader);
    }

    /** @param token the start-up token; not taken where there are users */
    Door door(String token) {
        Set<String> hosts = new TreeSet<>(OWN_NAMES);
        if (hostNames != null) {
            hostNames.forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
        }
        Set<String> trusted = proxies == null ? Set.of() : Set.copyOf(proxies);
        return users == null
                ? new Door(new Door.Rules(hosts, Secrets.digest(token), trusted), UserFile.none(), Clock.systemUTC())
                : new Door(new Door.Rules(hosts, null, trusted), UserFile.open(users), Clock.systemUTC());
    }
}
