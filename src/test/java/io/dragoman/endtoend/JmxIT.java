package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who looks at a run through JMX: the road and its counts, and nobody's values. */
class JmxIT {
    private static final int LOOKS = 3;

    @TempDir
    Path folder;

    @TempDir
    Path export;

    @Test
    void a_run_shows_its_routes_by_id_and_purpose_and_neither_token_nor_value() throws Exception {
        Canaries.plant(export, Canaries.PROTECTED);
        int port = JmxPort.free();
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            sandbox.holdAfter(150);
            Program.Running running =
                    migration.with("JDK_JAVA_OPTIONS", JmxPort.options(port)).start("run");
            try (JMXConnector connector = JmxPort.connect(running, port)) {
                running.awaitHeld(sandbox);
                assertThat(sandbox.dump().toString()).contains(Canaries.CANARY);
                for (int look = 0; look < LOOKS; look++) {
                    Map<String, String> seen = JmxPort.everything(connector.getMBeanServerConnection());
                    assertThat(seen).hasSizeGreaterThan(500);
                    assertThat(seen.entrySet())
                            .noneMatch(one -> one.getValue().contains(Migration.TOKEN))
                            .noneMatch(one -> one.getValue().contains(Canaries.CANARY))
                            .noneMatch(one -> one.getValue().contains("Abernathy"))
                            .noneMatch(one -> one.getValue().contains("@example.com"));
                    assertThat(routes(seen)).containsKeys("phase", "record", "translate", "write", "send-intent");
                    assertThat(routes(seen))
                            .allSatisfy((route, description) ->
                                    assertThat(description).as(route).isNotBlank());
                }
                assertThat(running.process().isAlive())
                        .as("the run is still under way")
                        .isTrue();
            } finally {
                running.kill();
            }
        }
    }

    /** Descriptions of the routes by id. */
    private static Map<String, String> routes(Map<String, String> seen) {
        Map<String, String> routes = new TreeMap<>();
        seen.forEach((name, value) -> {
            if (name.contains("type=routes") && name.endsWith(" RouteId")) {
                String description = seen.getOrDefault(name.replace(" RouteId", " Description"), "[null]");
                routes.put(unwrapped(value), unwrapped(description).replace("null", ""));
            }
        });
        return routes;
    }

    private static String unwrapped(String value) {
        return value.substring(1, value.length() - 1);
    }
}
