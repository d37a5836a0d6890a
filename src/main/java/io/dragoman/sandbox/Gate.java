package io.dragoman.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request comes in: numbered, checked against faults, ban, limits, token and budget, then worked on. */
final class Gate implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private final Account account;
    private final Router router;
    private final Faults faults;
    private final Hold hold;
    private final Limits limits;
    private final Tally tally;
    private final Journal journal;
    private final Reply reply;
    private final OAuthApp app;

    Gate(
            Account account,
            Router router,
            Faults faults,
            Hold hold,
            Limits limits,
            Tally tally,
            Journal journal,
            Reply reply,
            OAuthApp app) {
        this.account = account;
        this.router = router;
        this.faults = faults;
        this.hold = hold;
        this.limits = limits;
        this.tally = tally;
        this.journal = journal;
        this.reply = reply;
        this.app = app;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Instant at = Instant.now();
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        String body = body(exchange.getRequestBody(), contentType);
        Ask ask = Ask.of(exchange.getRequestMethod(), exchange.getRequestURI(), contentType, body);
        long number = tally.arrive();
        long write = ask.writes() ? tally.arriveWriting() : 0;
        Optional<Faults.Kind> fault = faults.draw(number, write);
        Limits.Arrival arrival = limits.arrive(search(ask));
        if (Later.isLook(ask)) {
            faults.later().beforeLook();
        }
        Outcome outcome = outcome(exchange, ask, number, fault, arrival);
        if (Later.isLook(ask)) {
            faults.later().afterLook();
        }
        if (outcome.answer().status() == 429) {
            tally.refused();
        }
        Answer headed = limits.headed(outcome.answer(), arrival, ask.writes());
        Answer sent = headed.with(
                "x-correlation-id", Long.toHexString(Mix.bits(account.settings().seed(), number)));
        journal.add(number, at, ask, outcome.ending(), sent);
        Witnesses.show(exchange, ask, outcome, sent);
        Runnable answer = () -> reply.send(exchange, sent, outcome.ending(), number);
        if (!hold.takes(write, answer)) {
            answer.run();
        }
    }

    /** A form with files is read as it comes; whoever breaks it off is not answered. */
    private static String body(InputStream in, @Nullable String contentType) throws IOException {
        return contentType != null && MultipartBody.isOne(contentType)
                ? Json.text(MultipartBody.read(in, contentType))
                : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What to answer, whether the answer arrives whole, what it cost, and whether it is a planned fault. */
    record Outcome(Answer answer, Reply.Ending ending, int price, boolean injected) {
        private Outcome priced(int tokens) {
            return new Outcome(answer, ending, tokens, injected);
        }
    }

    private static boolean search(Ask ask) {
        return ask.path().contains("itemSearch") || ask.path().indexOf("search") == 3;
    }

    private Outcome outcome(
            HttpExchange exchange, Ask ask, long number, Optional<Faults.Kind> fault, Limits.Arrival arrival) {
        if (fault.isPresent() && !fault.get().afterCommit() && !isSoonThere(fault.get(), ask)) {
            tally.injected(fault.get());
            if (fault.get() == Faults.Kind.LATE_COMMIT) {
                faults.later()
                        .arrive(() ->
                                work(router.find(ask), ask, number, account.me().id()));
            }
            return injected(fault.get(), Answer.html(200, ""));
        }
        int price = 0;
        try {
            limits.check(arrival);
            long user = Door.authorize(exchange.getRequestHeaders(), ask, account, app);
            boolean cut = fault.filter(Faults.Kind.TEXT_CUT_SHORT::equals).isPresent();
            Router.Match match = router.find(cut ? ask.cutShort() : ask);
            limits.pay(match.route().cost(), ask.writes());
            price = match.route().cost();
            Answer answer = work(match, ask, number, user);
            if (fault.isPresent()) {
                tally.injected(fault.get());
                if (fault.get() == Faults.Kind.GONE_AFTER_ANSWER) {
                    lose(ask, answer, number);
                }
                return injected(fault.get(), answer).priced(price);
            }
            return new Outcome(answer, Reply.Ending.WHOLE, price, false);
        } catch (Refusal refusal) {
            return new Outcome(refusal.answer(), Reply.Ending.WHOLE, price, false);
        }
    }

    private static boolean isSoonThere(Faults.Kind kind, Ask ask) {
        return kind == Faults.Kind.LATE_COMMIT && Later.isOfSchema(ask);
    }

    private Answer work(Router.Match match, Ask ask, long number, long user) {
        Lock lock = ask.writes() ? account.lock().writeLock() : account.lock().readLock();
        lock.lock();
        try {
            account.at(number);
            if (ask.writes()) {
                account.actor(user);
            }
            Answer answer = match.answer();
            if (ask.writes()) {
                tally.committed(match.route());
            }
            return answer;
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException e) {
            LOG.error("the sandbox failed on {} {}", ask.method(), match.route().path(), e);
            return Refusal.unknown().answer();
        } finally {
            lock.unlock();
        }
    }

    private void lose(Ask ask, Answer answer, long number) {
        String id = Json.unpack(answer.body().getBytes(StandardCharsets.UTF_8))
                .path("data")
                .path("id")
                .asText();
        Ask delete = Ask.of("DELETE", URI.create(ask.target() + "/" + id), null, "");
        faults.later()
                .lose(() ->
                        work(router.find(delete), delete, number, account.me().id()));
    }

    private static Outcome injected(Faults.Kind kind, Answer done) {
        return switch (kind) {
            case LOST_ANSWER_AFTER_COMMIT, RESET_BEFORE_COMMIT, LATE_COMMIT ->
                new Outcome(done, Reply.Ending.CUT, 0, true);
            case GONE_AFTER_ANSWER, TEXT_CUT_SHORT -> whole(done);
            case HALF_BODY_AFTER_COMMIT -> new Outcome(done, Reply.Ending.HALF, 0, true);
            case HTML_200_AFTER_COMMIT -> whole(Answer.html(200, "Just a moment"));
            case HTTP_503 -> whole(Answer.error(503, "Service unavailable", "ERR_SERVICE_UNAVAILABLE"));
            case HTTP_500_AFTER_COMMIT, HTTP_500_BEFORE_COMMIT ->
                whole(Answer.error(500, "Internal error", "ERR_UNKNOWN"));
            case BURST_429 -> whole(Limits.injected());
            case BAN_403_HTML -> whole(Limits.banned());
            case UNAUTHORIZED_401 -> whole(Door.unauthorized());
            case PAYMENT_402 -> whole(Answer.error(402, "Payment required", "ERR_PAYMENT_REQUIRED"));
        };
    }

    private static Outcome whole(Answer answer) {
        return new Outcome(answer, Reply.Ending.WHOLE, 0, true);
    }
}
