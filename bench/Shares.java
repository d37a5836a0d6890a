import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Says which stage of the road a recorded program spent its time in: each sample counts for the innermost frame that
 * belongs to a stage. Run as {@code java bench/Shares.java RECORDING.jfr}.
 */
public final class Shares {
    /** The innermost frame decides; Camel's frames stand for the road itself. */
    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("io.dragoman.systems.csv", "reading the CSV");
        STAGES.put("org.apache.commons.csv", "reading the CSV");
        STAGES.put("io.dragoman.staging", "staging and gathering");
        STAGES.put("org.sqlite", "staging and gathering");
        STAGES.put("io.dragoman.privacy", "screening");
        STAGES.put("io.dragoman.mapping", "mapping");
        STAGES.put("io.dragoman.run", "linking, checking, comparing");
        STAGES.put("io.dragoman.ledger", "ledger");
        STAGES.put("org.hsqldb", "ledger");
        STAGES.put("org.postgresql", "ledger");
        STAGES.put("io.dragoman.systems.pipedrive", "writing to the target");
        STAGES.put("org.apache.hc", "writing to the target");
        STAGES.put("org.apache.camel", "the road itself");
    }

    private Shares() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: java bench/Shares.java RECORDING.jfr");
            System.exit(64);
        }
        Map<String, Long> samples = new TreeMap<>();
        long all = 0;
        try (RecordingFile recording = new RecordingFile(Path.of(arguments[0]))) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                String type = event.getEventType().getName();
                if (event.getStackTrace() != null
                        && (type.equals("jdk.ExecutionSample") || type.equals("jdk.NativeMethodSample"))) {
                    samples.merge(stage(event.getStackTrace().getFrames()), 1L, Long::sum);
                    all++;
                }
            }
        }
        for (Map.Entry<String, Long> entry : samples.entrySet()) {
            System.out.printf("%-30s %5.1f %%%n", entry.getKey(), 100.0 * entry.getValue() / all);
        }
    }

    private static String stage(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String name = frame.getMethod().getType().getName();
            for (Map.Entry<String, String> stage : STAGES.entrySet()) {
                if (name.startsWith(stage.getKey())) {
                    return stage.getValue();
                }
            }
        }
        return "everything else";
    }
}
