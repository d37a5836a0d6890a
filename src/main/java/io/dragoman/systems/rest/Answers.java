package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells from what came back whether it is an answer, a reason to ask again later, or an end. Thread-safe. */
public final class Answers {
    private static final int BYTES = 10_000_000;

    private final RestSettings settings;
    private final Pace pace;
    private final Grant grant;

    Answers(RestSettings settings, Pace pace, Grant grant) {
        this.settings = settings;
        this.pace = pace;
        this.grant = grant;
    }

    /** The bytes of an answer, all of them or a problem: nobody sends a page this long in good faith. */
    public byte[] bounded(@Nullable InputStream body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        try (body) {
            byte[] bytes = body.readNBytes(BYTES + 1);
            if (bytes.length > BYTES) {
                throw stop(
                        RunProblem.Ending.FAILED,
                        "page-too-large",
                        "An answer is over 10 MB. Ask for fewer records a page in rest.yaml, then go on.");
            }
            return bytes;
        }
    }

    /**
     * What an answer is worth.
     *
     * @throws RestBusy when the same request can be sent again
     * @throws RunProblem when it would help nothing
     */
    public Answer read(int status, Map<String, Object> headers, byte[] body) throws RestBusy {
        if (status >= 200 && status < 300) {
            return new Answer(status, Json.parse(body).orElseThrow(() -> new RestBusy("unreadable answer", null)));
        }
        if (status == 403 || status == 404) {
            return new Answer(status, MissingNode.getInstance());
        }
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            until(headers).ifPresent(pace::hold);
            throw new RestBusy("status " + status, null);
        }
        if (status == 401 && grant.again()) {
            throw new RestBusy("status 401", null);
        }
        throw refused(status);
    }

    private RunProblem refused(int status) {
        if (status == 401) {
            return stop(
                    RunProblem.Ending.BLOCKED,
                    "source-key-refused",
                    "The source does not know the key. Look it up there, and give it again.");
        }
        if (status >= 300 && status < 400) {
            return stop(
                    RunProblem.Ending.FAILED,
                    "source-redirects",
                    "The source leads on to another address (status " + status
                            + "), which is not followed with a key. Name the last one as source.base-url.");
        }
        return stop(
                RunProblem.Ending.FAILED,
                "source-request-refused",
                "The source refused a request with status " + status
                        + ". Look at path and query of the list in rest.yaml, and at source.base-url.");
    }

    /** Throws what a failure of the connection means. Its own text is dropped; only its kind is told. */
    public void lost(Exception failure) throws RestBusy {
        throw new RestBusy(failure.getClass().getSimpleName(), failure);
    }

    /** Throws that the source stayed busy for all the attempts a request has. */
    public void unreachable(RestBusy last) {
        throw new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "source-unreachable",
                        settings.name(),
                        "The source could not be reached or stayed busy (" + last.getMessage()
                                + ") for all attempts. What was read stays; start the verb again later."),
                last);
    }

    private Optional<Instant> until(Map<String, Object> headers) {
        Instant latest = Instant.MIN;
        for (Map.Entry<String, Object> header : headers.entrySet()) {
            RestSystem.Wait wait = settings.system().busy().get(header.getKey().toLowerCase(Locale.ROOT));
            if (wait != null) {
                Instant told = moment(wait, String.valueOf(header.getValue()).strip());
                latest = told.isAfter(latest) ? told : latest;
            }
        }
        return latest.equals(Instant.MIN) ? Optional.empty() : Optional.of(latest);
    }

    private Instant moment(RestSystem.Wait wait, String text) {
        try {
            if (!text.matches("\\d{1,12}")) {
                return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            }
            long number = Long.parseLong(text);
            return wait == RestSystem.Wait.EPOCH_SECONDS
                    ? Instant.ofEpochSecond(number)
                    : settings.clock().instant().plusSeconds(number);
        } catch (DateTimeException e) { // a header nobody understands tells nothing
            return Instant.MIN;
        }
    }

    private RunProblem stop(RunProblem.Ending ending, String code, String advice) {
        return new RunProblem(ending, new Problem(code, settings.name(), advice));
    }
}
