package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpServer;
import io.dragoman.sandbox.Faults;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, from the rows that name them into the account and back, by the packaged program in its 256 MB. */
class FilesIT {
    @TempDir
    Path folder;

    @Test
    void three_hundred_megabytes_go_through_a_heap_of_256() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Office office = Office.open(folder, sandbox);
            long[] sizes = {
                49_000_000, 45_000_000, 45_000_000, 40_000_000, 40_000_000, 30_000_000, 30_000_000, 20_000_000
            };
            for (int i = 0; i < sizes.length; i++) {
                office.write("files/large-" + i + ".bin", sizes[i], i);
                office.document("large-" + i, "1", "", "files/large-" + i + ".bin");
            }
            for (int i = 0; i < 20; i++) {
                office.write("files/small-" + i + ".bin", 100_000 + i, 100 + i);
                office.document("small-" + i, "2", "", "files/small-" + i + ".bin");
            }
            office.prepare();
            Program.Ended run = office.start("run").await();
            assertThat(run.code()).as(run.all()).isZero();
            assertThat(files(sandbox)).hasSize(28);
            assertThat(files(sandbox).stream()
                            .mapToLong(file -> file.path("file_size").asLong())
                            .sum())
                    .isGreaterThan(300_000_000);
            office.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    @Test
    void each_file_is_there_once_whatever_is_lost_doubled_or_wrong() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Office office = Office.open(folder, sandbox);
            office.write("files/plan.txt", "the plan");
            office.write("files/copy.txt", "the plan");
            office.write("files/other.txt", "the PLAN");
            office.write("files/large.bin", 50_000_001, 1);
            office.document("1", "1", "Plan", "files/plan.txt");
            office.document("2", "1", "Copy", "files/copy.txt");
            office.document("3", "2", "Plan", "files/plan.txt");
            office.document("4", "1", "Plan", "files/other.txt");
            office.document("5", "1", "Out", "../migration.yaml");
            office.document("6", "1", "None", "files/none.txt");
            office.document("7", "1", "Large", "files/large.bin");
            office.prepare();
            long written = writes(sandbox);
            sandbox.faults().onWrite(written + 10, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
            sandbox.faults().onWrite(written + 11, Faults.Kind.RESET_BEFORE_COMMIT);
            Program.Ended run = office.run("run", "--output", "json");
            assertThat(run.code()).as(run.all()).isEqualTo(2);
            assertThat(Told.by(run).section("Records"))
                    .filteredOn(row -> row.get("What").equals("Documents become Files"))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("created", "3")
                            .containsEntry("joined", "1")
                            .containsEntry("set aside", "3"));
            assertThat(Told.by(office.succeed("quarantine", "list", "--output", "json")).section("Set aside").stream()
                            .map(row -> row.get("Key") + " " + row.get("Code")))
                    .containsExactlyInAnyOrder("5 file-outside-export", "6 file-not-found", "7 file-too-large");
            assertThat(names(sandbox)).hasSize(3).doesNotHaveDuplicates();
            assertThat(held(sandbox, "the plan", "1").isMissingNode()).isFalse();
            long once = writes(sandbox);
            office.run("run");
            assertThat(writes(sandbox)).as("a second run writes nothing").isEqualTo(once);

            String shared = held(sandbox, "the plan", "1").path("id").asText();
            office.write("files/plan.txt", "a new plan");
            sandbox.faults().onWrite(once + 3, Faults.Kind.LOST_ANSWER_AFTER_COMMIT);
            office.run("run");
            assertThat(names(sandbox)).hasSize(4);
            assertThat(held(sandbox, "the plan", "1").path("id").asText())
                    .as("the copy keeps the file it shared")
                    .isEqualTo(shared);
            assertThat(held(sandbox, "a new plan", "2").isMissingNode()).isFalse();
            assertThat(held(sandbox, "the plan", "2").isMissingNode()).isTrue();
            office.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    @Test
    void a_replacement_that_arrives_late_leaves_no_second_copy() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Office office = Office.open(folder, sandbox);
            office.write("files/plan.txt", "the plan");
            office.document("1", "1", "Plan", "files/plan.txt");
            office.prepare();
            office.succeed("run");
            office.write("files/plan.txt", "a new plan");
            sandbox.faults().onWrite(writes(sandbox) + 1, Faults.Kind.LATE_COMMIT);
            assertThat(office.succeed("run").out()).contains("there twice, the second copy deleted");
            assertThat(sandbox.stats().faults()).containsEntry(Faults.Kind.LATE_COMMIT, 1L);
            assertThat(names(sandbox)).hasSize(1);
            assertThat(held(sandbox, "a new plan", "1").isMissingNode()).isFalse();
        }
    }

    @Test
    void a_file_at_an_address_survives_a_kill_in_the_middle_and_its_secret_is_nowhere() throws Exception {
        String secret = "canary-address-81c2";
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        byte[] bytes = new byte[2_000_000];
        new Random(3).nextBytes(bytes);
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.setExecutor(Executors.newCachedThreadPool());
        host.createContext("/scan.bin", exchange -> {
            boolean upload = asked.incrementAndGet() == 2;
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            if (upload) {
                half.countDown();
                awaitQuietly(killed);
            }
            exchange.getResponseBody().write(bytes, bytes.length / 2, bytes.length / 2);
            exchange.close();
        });
        host.start();
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Office office = Office.open(folder, sandbox);
            String address = "127.0.0.1:" + host.getAddress().getPort();
            office.settings("\"" + address + "\"");
            office.document("1", "1", "", "http://" + address + "/scan.bin?token=" + secret);
            office.prepare();
            Program.Running running = office.start("run");
            assertThat(half.await(60, TimeUnit.SECONDS)).isTrue();
            running.kill();
            killed.countDown();
            assertThat(names(sandbox)).isEmpty();
            Program.Ended again = office.succeed("run");
            assertThat(names(sandbox)).containsExactly("1 scan.bin");
            office.succeed("run");
            assertThat(asked)
                    .as("an address that did not change is not read again")
                    .hasValue(3);
            assertThat(again.all()).doesNotContain(secret);
            assertThat(filesWith(secret)).isEmpty();
            office.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        } finally {
            killed.countDown();
            host.stop(0);
        }
    }

    /** Everything the program left on disk that holds the text. */
    private List<Path> filesWith(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.resolve("data"))) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long writes(Sandbox sandbox) {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Each file as the person it belongs to and its name. */
    private static List<String> names(Sandbox sandbox) {
        return files(sandbox).stream()
                .map(file -> file.path("person_name").asText().replace("Client Example ", "") + " "
                        + file.path("name").asText())
                .toList();
    }

    private static JsonNode held(Sandbox sandbox, String text, String person) throws Exception {
        String sha256 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        return files(sandbox).stream()
                .filter(file -> file.path("sha256").asText().equals(sha256)
                        && file.path("person_name").asText().equals("Client Example " + person))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static List<JsonNode> files(Sandbox sandbox) {
        List<JsonNode> files = new ArrayList<>();
        sandbox.dump().path("files").forEach(files::add);
        return files;
    }
}
