package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process: watched and led through JMX, edited, killed, started again and stopped by a signal. */
class ServeProcessIT {
    private static final ObjectName OFFICE = name("io.dragoman:type=Migration,name=office");

    @TempDir
    Path folder;

    private final List<Program.Running> started = new CopyOnWriteArrayList<>();

    @AfterEach
    void nobodyStays() throws Exception {
        for (Program.Running one : started) {
            one.process().destroyForcibly().waitFor();
        }
    }

    /** What JMX offers of a migration, as somebody sees it who has no class of ours. */
    public interface Led {
        String pause();

        String resume();

        String rollbackPreview();
    }

    @Test
    void a_run_is_led_through_jmx_keeps_its_mapping_over_an_edit_and_a_kill_and_loses_nothing() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Office office = Office.open(folder, sandbox);
            office.write("files/plan.pdf", "a plan");
            office.document("1", "7", "Plan", "files/plan.pdf");
            office.prepare();
            int port = JmxPort.free();

            Program.Running first = office.startService(JmxPort.options(port));
            started.add(first);
            Asking asking = asking(first);
            List<String> news = new CopyOnWriteArrayList<>();
            String run;
            try (JMXConnector connector = JmxPort.connect(first, port)) {
                MBeanServerConnection beans = connector.getMBeanServerConnection();
                beans.addNotificationListener(OFFICE, (told, nothing) -> news.add(told.getMessage()), null, null);
                sandbox.holdAfter(3);
                run = asking.order("office", "run", "{}");
                first.awaitHeld(sandbox);
                seenAtWork(beans, run);
                assertThat(JMX.newMBeanProxy(beans, OFFICE, Led.class).pause()).isEqualTo(run);
                sandbox.letGo();
                JsonNode paused = asking.awaitOver("office", run);
                assertThat(paused.path("state").asText()).isEqualTo("paused");
                assertThat(beans.getAttribute(OFFICE, "State")).isEqualTo("paused");
                edited(office, asking, beans);
                sandbox.holdAfter(1);
                assertThat(JMX.newMBeanProxy(beans, OFFICE, Led.class).resume()).isEqualTo(run);
                first.awaitHeld(sandbox);
            }
            assertThat(news).contains("office " + run + " run: running", "office " + run + " run: paused");
            first.kill();
            sandbox.letGo();

            Program.Running second = office.startService("-Ddragoman=again");
            started.add(second);
            Asking again = asking(second);
            JsonNode done = again.awaitOver("office", run);
            assertThat(done.path("state").asText()).as(done.toPrettyString()).isEqualTo("done");
            assertThat(done.path("lives").asInt()).isEqualTo(3);
            assertThat(sandbox.dump().path("persons").size())
                    .as("each client once")
                    .isEqualTo(9);
            assertThat(sandbox.dump().path("files").size()).isEqualTo(1);
            assertThat(again.awaitOver("office", again.order("office", "run", "{}"))
                            .path("told")
                            .asText())
                    .as("what comes later has the edited mapping")
                    .contains("approval-void");
            stoppedBySignal(second);
        }
    }

    private static void seenAtWork(MBeanServerConnection beans, String order) throws Exception {
        assertThat(beans.getAttribute(OFFICE, "State")).isEqualTo("running");
        assertThat(beans.getAttribute(OFFICE, "Order")).isEqualTo(order);
        assertThat(beans.getAttribute(OFFICE, "Phase")).isEqualTo("Clients become People");
        assertThat((Long) beans.getAttribute(OFFICE, "RecordsInPhase")).isEqualTo(9);
        assertThat((Long) beans.getAttribute(OFFICE, "TokensSpentToday")).isPositive();
        assertThat((Long) beans.getAttribute(OFFICE, "InDoubt")).isPositive();
        ObjectName ofRun = name("io.dragoman:type=Run,migration=office,order=" + order);
        assertThat(beans.getAttribute(ofRun, "Verb")).isEqualTo("run");
        assertThat(beans.getAttribute(ofRun, "CountsByFate")).isInstanceOf(TabularData.class);
        Map<String, String> seen = JmxPort.everything(beans);
        assertThat(seen.entrySet())
                .noneMatch(one -> one.getValue().contains(Migration.TOKEN))
                .noneMatch(one -> one.getValue().contains(Office.SERVICE_TOKEN))
                .noneMatch(one -> one.getValue().contains("Client Example"));
    }

    /** A bad edit is refused with its line, a good one taken over, and neither reaches the run that is paused. */
    private static void edited(Office office, Asking asking, MBeanServerConnection beans) throws Exception {
        Object before = beans.getAttribute(OFFICE, "Edition");
        Path mapping = office.mapping("client-to-person");
        String text = Files.readString(mapping);
        Files.writeString(mapping, text.replace("from: name,", "from: name, as: [upper-caze],"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ((String[]) beans.getAttribute(OFFICE, "BadEdit")).length > 0);
        assertThat(((String[]) beans.getAttribute(OFFICE, "BadEdit"))[0]).contains("client-to-person.yaml:6");
        assertThat(asking.get("/api/migrations/office")
                        .json()
                        .path("badEdit")
                        .path(0)
                        .path("place")
                        .asText())
                .startsWith("client-to-person.yaml:6");
        assertThat(beans.getAttribute(OFFICE, "Edition")).isEqualTo(before);
        Files.writeString(mapping, text.replace("Clients become People", "Clients become other People"));
        await().atMost(Duration.ofSeconds(30)).until(() -> !before.equals(beans.getAttribute(OFFICE, "Edition")));
        assertThat((String[]) beans.getAttribute(OFFICE, "BadEdit")).isEmpty();
    }

    static void stoppedBySignal(Program.Running running) throws Exception {
        assertThat(new ProcessBuilder(
                                "kill",
                                "-TERM",
                                String.valueOf(running.process().pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(running.process().waitFor(25, TimeUnit.SECONDS)).isTrue();
        assertThat(running.process().exitValue()).isEqualTo(143);
    }

    static Asking asking(Program.Running running) throws IOException {
        String said = await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readString(running.out()), text -> text.contains("Stop it with Ctrl-C"));
        return new Asking(
                Integer.parseInt(said.replaceAll("(?s).*http://127.0.0.1:([0-9]+)/.*", "$1")), Office.SERVICE_TOKEN);
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (javax.management.MalformedObjectNameException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
