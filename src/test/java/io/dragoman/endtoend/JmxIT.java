package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
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
        int port = freePort();
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            sandbox.holdAfter(150);
            Program.Running running =
                    migration.with("JDK_JAVA_OPTIONS", options(port)).start("run");
            try (JMXConnector connector = connect(running, port)) {
                running.awaitHeld(sandbox);
                assertThat(sandbox.dump().toString()).contains(Canaries.CANARY);
                for (int look = 0; look < LOOKS; look++) {
                    Map<String, String> seen = everything(connector.getMBeanServerConnection());
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

    private static String options(int port) {
        return "-Dcom.sun.management.jmxremote.port=" + port + " -Dcom.sun.management.jmxremote.rmi.port=" + port
                + " -Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false"
                + " -Dcom.sun.management.jmxremote.host=127.0.0.1 -Djava.rmi.server.hostname=127.0.0.1";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @SuppressWarnings("BanJNDI") // it connects to a process that this test started
    private static JMXConnector connect(Program.Running running, int port) throws Exception {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi");
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(problem ->
                        problem instanceof IOException && running.process().isAlive())
                .until(() -> JMXConnectorFactory.connect(url), connector -> true);
    }

    /** Every attribute that can be read, by bean and name. */
    private static Map<String, String> everything(MBeanServerConnection beans) throws IOException, JMException {
        Map<String, String> seen = new TreeMap<>();
        for (ObjectName bean : beans.queryNames(null, null)) {
            for (MBeanAttributeInfo attribute : beans.getMBeanInfo(bean).getAttributes()) {
                if (attribute.isReadable()) {
                    seen.put(bean + " " + attribute.getName(), value(beans, bean, attribute.getName()));
                }
            }
        }
        return seen;
    }

    private static String value(MBeanServerConnection beans, ObjectName bean, String attribute) throws IOException {
        try {
            return Arrays.deepToString(new Object[] {beans.getAttribute(bean, attribute)});
        } catch (JMException | RuntimeException e) {
            return String.valueOf(e.getMessage());
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
