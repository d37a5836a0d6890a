package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.HeldRecord;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Receipt;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The requests of one write that takes several: what they cost together, and what came back other than sent. Not thread-safe. */
abstract class RequestSeries {
    final String port;
    final TargetRecord record;
    final Set<String> differences = new TreeSet<>();
    private final Calls calls;
    private final Map<String, String> names;
    private int tokens;
    private boolean changed;

    /** @param names key in a body to the field's name in the mapping */
    RequestSeries(Calls calls, String port, TargetRecord record, Map<String, String> names) {
        this.calls = calls;
        this.port = port;
        this.record = record;
        this.names = names;
    }

    /** Once one request of several is carried out, no failure of another means that nothing was. */
    final JsonNode send(Request request) {
        try {
            JsonNode answer = calls.send(request.about(Site.of(record), names));
            tokens += request.tokens();
            changed = true;
            return answer;
        } catch (RecordProblem | RunProblem e) {
            throw changed ? new InDoubt("only some parts of the record are written", e) : e;
        }
    }

    /** Everything a list holds; one page is paid for. */
    final Iterable<JsonNode> list(String path, Map<String, String> query) {
        tokens += Costs.of("GET", path);
        return calls.walk(port, path, query);
    }

    /** @param held what the answers showed together; null when they showed nothing */
    final Receipt receipt(TargetId id, @Nullable HeldRecord held) {
        return new Receipt(id, tokens, differences, held);
    }
}
