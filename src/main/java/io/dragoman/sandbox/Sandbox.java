package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One stand-in account, answering on 127.0.0.1 until it is closed. Thread-safe.
 *
 * <p>The account is new on start: one pipeline with five stages, six activity types, the standard fields and the users of the settings.
 */
public final class Sandbox implements AutoCloseable {
    private static final int WORKERS = 64;
    private static final int HOLDERS = 8;
    private static final int BACKLOG = 512;

    static {
        // Without the first, every answer on a kept connection waits for a delayed acknowledgement. The second keeps
        // the server from
        // closing idle connections under a client that is about to use them.
        setIfAbsent("sun.net.httpserver.nodelay", "true");
        setIfAbsent("sun.net.httpserver.idleInterval", "600");
        setIfAbsent("sun.net.httpserver.maxIdleConnections", "1000");
    }

    private final SandboxSettings settings;
    private final Account account;
    private final Faults faults = new Faults();
    private final Hold hold = new Hold();
    private final Tally tally = new Tally();
    private final Limits limits;
    private final Journal journal;
    private final Router router;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, threads("sandbox-worker-"));
    private final ScheduledExecutorService holders =
            Executors.newScheduledThreadPool(HOLDERS, threads("sandbox-answer-"));

    private final Reply reply;
    private final OAuthApp app;

    private Sandbox(SandboxSettings settings) throws IOException {
        Clock clock = Clock.offset(Clock.systemUTC(), settings.clockOff());
        this.settings = settings;
        this.account = new Account(settings, clock);
        this.limits = new Limits(settings, clock);
        this.reply = new Reply(settings, holders);
        this.app = new OAuthApp(reply);
        this.journal = new Journal(settings.record());
        this.router = router(account);
        this.server = HttpServer.create(loopback(settings.port()), BACKLOG);
    }

    /** Starts a sandbox. Fails when the port is taken. */
    public static Sandbox start(SandboxSettings settings) {
        try {
            Sandbox sandbox = new Sandbox(settings);
            sandbox.open();
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot listen on port " + settings.port(), e);
        }
    }

    private void open() {
        server.createContext("/", new Gate(account, router, faults, hold, limits, tally, journal, reply, app));
        server.createContext("/_sandbox/", new ControlDesk(this, reply));
        server.createContext("/oauth/token", app);
        server.setExecutor(workers);
        server.start();
    }

    static Router router(Account account) {
        Router router = new Router();
        new RecordDesk(account).open(router);
        new LineDesk(account).open(router);
        new FieldDesk(account).open(router);
        new SearchDesk(account).open(router);
        new ActivityTypeDesk(account).open(router);
        new UserDesk(account).open(router);
        new DealSummaryDesk(account).open(router);
        new NoteDesk(account).open(router);
        new LeadDesk(account).open(router);
        new LeadLabelDesk(account).open(router);
        new ParticipantDesk(account).open(router);
        new RelationshipDesk(account).open(router);
        new FileDesk(account).open(router);
        new ChangelogDesk(account).open(router);
        return router;
    }

    /** The address without a path, such as {@code http://127.0.0.1:40001}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The token that is let in. */
    public String token() {
        return settings.token();
    }

    /** A token in the name of one user, as if that user worked on the web page; let in as long as the user is active. */
    public String tokenOf(long userId) {
        return Door.tokenOf(settings.token(), userId);
    }

    /** The OAuth app that is let in beside the token. */
    public OAuthApp oauth() {
        return app;
    }

    /** The failures this sandbox is told to have. */
    public Faults faults() {
        return faults;
    }

    /**
     * Everything a client can see, users, fields, pipelines and all records, in a fixed order. Deleted records, keys without a value and
     * times that no client gave are left out, so that the dumps of two moments can be compared.
     */
    public JsonNode dump() {
        account.lock().readLock().lock();
        try {
            return new Dump(account).take();
        } finally {
            account.lock().readLock().unlock();
        }
    }

    /** The requests so far in the order they were dealt with; empty unless the settings ask for a record. */
    public List<RecordedRequest> requests() {
        return journal.all();
    }

    /** The counts so far. */
    public SandboxStats stats() {
        return tally.stats(limits.tokensSpent(), limits.mostInTwoSeconds());
    }

    /**
     * Activates or deactivates a user, as an administrator would do on the web page. Nothing new can be given to a user who is not active.
     *
     * @throws IllegalArgumentException when there is no such user
     */
    public void activate(long userId, boolean active) {
        account.lock().writeLock().lock();
        try {
            account.activate(userId, active);
        } finally {
            account.lock().writeLock().unlock();
        }
    }

    /** Puts the account on another plan: so many deals and custom fields, 0 for no limit, and then no deal waits. */
    public void plan(int deals, int customFields) {
        account.lock().writeLock().lock();
        try {
            account.plan(deals, customFields);
        } finally {
            account.lock().writeLock().unlock();
        }
    }

    /**
     * Keeps the answer of the n-th write from now, and every answer after it, until {@link #letGo()}. What was asked is done
     * meanwhile.
     */
    public void holdAfter(int writes) {
        hold.from(tally.writing() + writes);
    }

    /** How many answers are kept now. */
    public int held() {
        return hold.size();
    }

    /** Sends the answers that were kept, and keeps no more. */
    public void letGo() {
        hold.end().forEach(Runnable::run);
    }

    /** Back to a new account with no past: records, counts, limits and faults. Field codes are not used again. */
    public void reset() {
        account.lock().writeLock().lock();
        try {
            account.start();
            faults.clear();
            letGo();
            limits.reset();
            tally.reset();
            journal.reset();
        } finally {
            account.lock().writeLock().unlock();
        }
    }

    /** Stops at once; answers still held are not sent. */
    @Override
    public void close() {
        server.stop(0);
        holders.shutdownNow();
        workers.shutdownNow();
    }

    List<Route> routes() {
        return router.routes();
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), port);
    }

    private static void setIfAbsent(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static ThreadFactory threads(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
