package io.dragoman.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

/** A process's beans, over the network as jconsole reads them. */
final class JmxPort {
    private JmxPort() {}

    static String options(int port) {
        return "-Dcom.sun.management.jmxremote.port=" + port + " -Dcom.sun.management.jmxremote.rmi.port=" + port
                + " -Dcom.sun.management.jmxremote.authenticate=false -Dcom.sun.management.jmxremote.ssl=false"
                + " -Dcom.sun.management.jmxremote.host=127.0.0.1 -Djava.rmi.server.hostname=127.0.0.1";
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @SuppressWarnings("BanJNDI") // it connects to a process that this test started
    static JMXConnector connect(Program.Running running, int port) throws Exception {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/jmxrmi");
        return await().atMost(Duration.ofMinutes(1))
                .ignoreExceptionsMatching(problem ->
                        problem instanceof IOException && running.process().isAlive())
                .until(() -> JMXConnectorFactory.connect(url), connector -> true);
    }

    /** Every attribute that can be read, by bean and name. */
    static Map<String, String> everything(MBeanServerConnection beans) throws IOException, JMException {
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
}
