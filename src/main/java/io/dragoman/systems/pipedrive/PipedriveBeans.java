package io.dragoman.systems.pipedrive;

import io.dragoman.model.Bindings;
import io.dragoman.model.ContentProblem;
import io.dragoman.model.ContentSource;
import io.dragoman.model.TargetKind;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;

/**
 * Everything the Pipedrive routes refer to by name, put into a Camel context before the routes are loaded. The routes then answer at
 * {@code direct:pipedrive-catalogue}, {@code -prepare}, {@code -owners}, {@code -find}, {@code -traces}, {@code -write}, {@code -read-back} and
 * {@code -undo}. One set of beans serves one account.
 */
public final class PipedriveBeans {
    private final PipedriveSettings settings;
    private final Map<String, TargetKind> kinds;
    private final Bindings bindings;
    private final Budget budget;
    private final Doorway doorway;
    private final ContentSource contents;

    /** Beans for an account that is sent no files. */
    public PipedriveBeans(PipedriveSettings settings, Map<String, TargetKind> kinds, Bindings bindings, Budget budget) {
        this(settings, kinds, bindings, budget, doorway(settings, Ban.forgotten()), where -> {
            throw new ContentProblem("file-not-found", "There is nowhere to read files from.");
        });
    }

    /**
     * All that is needed.
     *
     * @param kinds as {@link Kinds} reads them
     * @param bindings asked anew for every value, so that what prepare binds is seen at once
     * @param doorway shared by all that send to the account
     * @param contents where the bytes of files are
     */
    public PipedriveBeans(
            PipedriveSettings settings,
            Map<String, TargetKind> kinds,
            Bindings bindings,
            Budget budget,
            Doorway doorway,
            ContentSource contents) {
        this.settings = settings;
        this.kinds = Map.copyOf(kinds);
        this.bindings = bindings;
        this.budget = budget;
        this.doorway = doorway;
        this.contents = contents;
    }

    /** A doorway of its own, for an account that nobody else here sends to. */
    public static Doorway doorway(PipedriveSettings settings, Ban ban) {
        return new Doorway(settings.burst(), ban, settings.clock(), Traffic.UNCOUNTED);
    }

    /** Binds beans and properties; also silences the loggers that would print the token and the records. */
    public void bindTo(CamelContext context) {
        WireLogs.shut();
        properties().forEach(context.getPropertiesComponent()::addInitialProperty);
        Registry registry = context.getRegistry();
        Calls calls = new Calls(context.createProducerTemplate());
        Words words = new Words(bindings);
        Gate gate = doorway.gate();
        Burst burst = doorway.burst();
        ServerClock clock = new ServerClock(settings.clock());
        AccountReader account = new AccountReader(calls);
        OAuth app = settings.oauth();
        AccessTokens tokens = app == null
                ? null
                : new AccessTokens(
                        app, settings.baseUrl().getHost().toLowerCase(Locale.ROOT), context.createProducerTemplate());
        Access access = new Access(settings.token(), tokens);
        registry.bind("pipedriveAccess", access);
        registry.bind("pipedriveClient", new PipedriveClient(access));
        registry.bind("pipedriveRenewingClient", new RenewingClient(app));
        registry.bind("pipedriveBurst", burst);
        registry.bind("pipedriveBudget", Budget.class, budget);
        registry.bind("pipedriveAnswers", new Answers(budget, gate, burst, clock, access));
        registry.bind("pipedriveBusyDelay", new BusyDelay());
        registry.bind("pipedriveStops", new Stops());
        Bodies bodies = new Bodies(words, new CustomFields(words));
        Shown shown = new Shown(words);
        registry.bind("pipedriveRequests", new Requests(bodies));
        registry.bind("pipedriveReceipts", new Receipts(shown));
        registry.bind("pipedriveLines", new LineWriter(calls));
        registry.bind("pipedriveAccount", account);
        registry.bind("pipedriveRoom", new RoomReader(calls));
        registry.bind("pipedrivePreparer", new Preparer(calls, new Recipes(calls, words)));
        Notes notes = Notes.of(kinds);
        registry.bind("pipedriveAsSent", new AsSent(bodies, notes));
        registry.bind("pipedriveNotes", new NoteWriter(calls, new Authors(account), notes, shown));
        Lately lately = new Lately(clock);
        Tracer tracer = new Tracer(calls, words, lately);
        registry.bind("pipedriveTracer", tracer);
        registry.bind("pipedriveFiles", new FileWriter(calls, contents, tracer.files(), shown));
        registry.bind("pipedriveFinder", new Finder(tracer, notes));
        registry.bind("pipedriveBackReader", new BackReader(calls, account));
        registry.bind("pipedriveHeldReader", new HeldReader(calls, account, lately));
        registry.bind("pipedriveChangeReader", new ChangeReader(calls));
        registry.bind("pipedriveUndoer", new Undoer(calls));
    }

    /** The properties the routes use, by name. */
    public Map<String, String> properties() {
        OAuth app = settings.oauth();
        return Map.of(
                "pipedrive.base-url",
                settings.baseUrl().toString(),
                "pipedrive.token-url",
                (app == null ? OAuth.TOKEN_URL : app.tokenUrl()).toString(),
                "pipedrive.workers",
                Integer.toString(settings.workers()),
                "pipedrive.connect-timeout",
                Long.toString(settings.connectTimeout().toMillis()),
                "pipedrive.response-timeout",
                Long.toString(settings.responseTimeout().toMillis()),
                "pipedrive.retry-delay",
                Long.toString(settings.retryDelay().toMillis()));
    }
}
