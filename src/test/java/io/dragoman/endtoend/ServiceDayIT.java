package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service's day in little: scheduled deltas, live edits of which every third is broken, and kills in the middle of a write. In the build a
 * few of each; {@code bench/service-day.sh} asks for a whole day of them.
 */
class ServiceDayIT {
    private static final int KILLS = Integer.getInteger("dragoman.kills", 1);
    private static final int DELTAS_IN_A_LIFE = Integer.getInteger("dragoman.deltas", 2);
    private static final int EDITS_IN_A_LIFE = Integer.getInteger("dragoman.edits", 2);
    private static final int LAST_LIFE = Integer.getInteger("dragoman.last", 2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final List<Program.Running> started = new ArrayList<>();
    private int client = 9;
    private int edit;

    @AfterEach
    void nobodyStays() throws Exception {
        for (Program.Running one : started) {
            one.process().destroyForcibly().waitFor();
        }
    }

    @Test
    void nothing_is_lost_or_there_twice_and_memory_and_threads_do_not_grow() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Office office = Office.open(folder, sandbox);
            office.save();
            office.prepare();
            office.succeed("run");
            Files.writeString(
                    office.migrationFile(),
                    Files.readString(office.migrationFile()) + "schedule: { delta: { every: 1s } }\n");
            for (int life = 0; life < KILLS; life++) {
                Program.Running running = office.startService("-Ddragoman.life=" + life);
                started.add(running);
                live(office, ServeProcessIT.asking(running), DELTAS_IN_A_LIFE);
                killInTheMiddle(office, running, sandbox);
            }
            Program.Running last = office.startService("-Ddragoman.life=last");
            started.add(last);
            Asking asking = ServeProcessIT.asking(last);
            live(office, asking, 1);
            long[] early = size(asking, last);
            live(office, asking, LAST_LIFE);
            long[] late = size(asking, last);
            assertThat(late[0]).as("heap in use after a collection, kB").isLessThan(early[0] + 8_000);
            assertThat(late[1]).as("threads").isLessThanOrEqualTo(early[1] + 6);
            allIsThereOnce(asking, sandbox);
            ServeProcessIT.stoppedBySignal(last);
        }
    }

    /** So many deltas with something to bring over, and edits between them. */
    private void live(Office office, Asking asking, int deltas) throws Exception {
        for (int delta = 0; delta < deltas; delta++) {
            oneClientMore(office);
            if (delta < EDITS_IN_A_LIFE) {
                edited(office);
            }
            long done = done(asking);
            await().atMost(LONGEST).until(() -> done(asking) >= done + 2);
        }
    }

    private void oneClientMore(Office office) throws IOException {
        client++;
        Path clients = office.file("clients.csv");
        Path next = Files.writeString(
                office.file("clients.next"), Files.readString(clients) + client + ",Client Example " + client + "\n");
        Files.move(next, clients, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /** Every third edit is broken until the next one. */
    private void edited(Office office) throws IOException {
        edit++;
        Path mapping = office.mapping("client-to-person");
        String good = Files.readString(mapping).replace(", as: [upper-caze]", "");
        Files.writeString(mapping, edit % 3 == 0 ? good.replace("from: name", "from: name, as: [upper-caze]") : good);
        Path file = office.migrationFile();
        Files.writeString(
                file, Files.readString(file).replaceAll("answer-within: [0-9]+", "answer-within: " + (10 + edit % 20)));
    }

    private void killInTheMiddle(Office office, Program.Running running, Sandbox sandbox) throws Exception {
        sandbox.holdAfter(1);
        oneClientMore(office);
        running.awaitHeld(sandbox);
        running.kill();
        sandbox.letGo();
    }

    private static long done(Asking asking) throws IOException, InterruptedException {
        return asking.get("/api/migrations/office")
                .json()
                .path("orders")
                .path("done")
                .asLong();
    }

    /** Heap in use after a collection in kB, and threads. */
    private static long[] size(Asking asking, Program.Running running) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        assertThat(new ProcessBuilder(List.of(
                                java.toString(),
                                String.valueOf(running.process().pid()),
                                "GC.run"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
        double heap = 0;
        double threads = 0;
        for (String line : asking.get("/metrics").body().lines().toList()) {
            double value = line.startsWith("#") ? 0 : Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            heap += line.startsWith("jvm_memory_used_bytes{area=\"heap\"") ? value : 0;
            threads += line.startsWith("jvm_threads_live_threads") ? value : 0;
        }
        return new long[] {(long) (heap / 1024), (long) threads};
    }

    private void allIsThereOnce(Asking asking, Sandbox sandbox) throws Exception {
        await().atMost(LONGEST).until(() -> sandbox.dump().path("persons").size() >= client);
        assertThat(sandbox.dump().path("persons").size())
                .as("clients, each once")
                .isEqualTo(client);
        JsonNode orders = asking.get("/api/migrations/office").json().path("orders");
        assertThat(orders.path("failed").asLong()
                        + orders.path("refused").asLong()
                        + orders.path("stopped").asLong())
                .as(orders.toString())
                .isZero();
    }
}
