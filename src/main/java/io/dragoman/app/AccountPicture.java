package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.ReadBack;
import io.dragoman.model.RunProblem;
import io.dragoman.staging.HeldFile;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the account's lists showed of every record of some kinds at one moment, ours or not: a file of ids and keyed
 * digests, without a value. It outlives the process, and is compared with what they show later. For one thread.
 */
final class AccountPicture {
    private static final int LISTED = 100;
    private static final int DIGEST = 12;

    private final Engine engine;
    private final Path file;
    private final Mac keyed;

    AccountPicture(Engine engine) {
        this.engine = engine;
        this.file = engine.file().workFolder().resolve("rehearsal.digests");
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(engine.seal().derive("picture"), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /**
     * What is otherwise than it was.
     *
     * @param compared records that were there at either time
     * @param differing how many of them are not the same
     * @param first some of these, each as kind, id and what became of it
     */
    record Comparison(long compared, long differing, List<List<String>> first) {}

    /** Remembers what the account shows now; on disk when it returns. */
    void take(Collection<String> kinds) {
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                for (String kind : listed(kinds)) {
                    Iterator<ReadBack.Held> records = held(kind);
                    while (records.hasNext()) {
                        ReadBack.Held one = records.next();
                        out.write(name(kind, one) + " " + digest(one) + "\n");
                    }
                }
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw notUsable(e);
        }
    }

    /** Compares what the account shows now with what it showed then. */
    Comparison compare(Collection<String> kinds) {
        List<List<String>> first = new ArrayList<>();
        long compared = 0;
        long differing = 0;
        try (HeldFile before = HeldFile.open(file.resolveSibling("staging"), "before")) {
            compared = load(before);
            for (String kind : listed(kinds)) {
                Iterator<ReadBack.Held> records = held(kind);
                while (records.hasNext()) {
                    ReadBack.Held one = records.next();
                    String name = name(kind, one);
                    String was = before.record(name).map(AccountPicture::text).orElse("");
                    before.take(name, "seen");
                    compared += was.isEmpty() ? 1 : 0;
                    if (!was.equals(digest(one))) {
                        differing++;
                        add(first, name, was.isEmpty() ? "new" : "changed");
                    }
                }
            }
            differing += gone(before, first);
        }
        return new Comparison(compared, differing, first);
    }

    private long load(HeldFile before) {
        long records = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int blank = line.lastIndexOf(' ');
                before.add(
                        line.substring(0, blank),
                        List.of(),
                        line.substring(blank + 1).getBytes(StandardCharsets.UTF_8));
                records++;
            }
        } catch (IOException e) {
            throw notUsable(e);
        }
        before.finish();
        return records;
    }

    private long gone(HeldFile before, List<List<String>> first) {
        long gone = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String name = line.substring(0, line.lastIndexOf(' '));
                if (before.takenBy(name).isEmpty()) {
                    gone++;
                    add(first, name, "gone");
                }
            }
        } catch (IOException e) {
            throw notUsable(e);
        }
        return gone;
    }

    private static void add(List<List<String>> first, String name, String what) {
        if (first.size() < LISTED) {
            int blank = name.indexOf(' ');
            first.add(List.of(name.substring(0, blank), name.substring(blank + 1), what));
        }
    }

    /** Forgets it. */
    void drop() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw notUsable(e);
        }
    }

    /** What is not listed hangs on records that are. */
    private Set<String> listed(Collection<String> kinds) {
        Set<String> listed = new TreeSet<>(kinds);
        listed.removeIf(kind -> {
            var known = engine.kinds().get(kind);
            return known == null || !known.listed();
        });
        return listed;
    }

    private Iterator<ReadBack.Held> held(String kind) {
        return engine.roads().target().readBack(new ReadBack(kind, null));
    }

    private static String name(String kind, ReadBack.Held record) {
        return kind + " " + record.id().value();
    }

    private String digest(ReadBack.Held record) {
        byte[] digest = keyed.doFinal(new TreeMap<>(record.values()).toString().getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 2 * DIGEST);
    }

    private static String text(byte[] digest) {
        return new String(digest, StandardCharsets.UTF_8);
    }

    private RunProblem notUsable(IOException cause) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "work-folder-not-usable",
                        file.toString(),
                        "what the account showed before cannot be kept there. Free the disk or mend the rights."),
                cause);
    }
}
