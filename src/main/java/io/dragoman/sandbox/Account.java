package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** The state of the account. Whoever reads or writes it holds {@link #lock()}. */
final class Account {
    private static final List<String> FIRST_STAGES =
            List.of("Qualified", "Contact Made", "Demo Scheduled", "Proposal Made", "Negotiations Started");
    private static final List<String> FIRST_TYPES = List.of("Call", "Meeting", "Task", "Deadline", "Email", "Lunch");

    private final SandboxSettings settings;
    private final Clock clock;
    private final SandboxUser me;
    private final List<SandboxUser> users = new CopyOnWriteArrayList<>();
    private final Set<Long> waitlist = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<Kind, RecordStore> records = new EnumMap<>(Kind.class);
    private final Map<Kind, FieldStore> fields = new EnumMap<>(Kind.class);
    private int dealCap;
    private int fieldCap;
    private long codes;
    private long lastOptionId;
    private final AtomicLong request = new AtomicLong();
    private final Map<Kind, Changelog> changelogs = new EnumMap<>(Kind.class);
    private long actor;

    Account(SandboxSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.me = settings.users().stream()
                .filter(SandboxUser::active)
                .findFirst()
                .orElseThrow();
        this.lastOptionId = 20 + Math.floorMod(Mix.bits(settings.seed(), 0), 400L);
        start();
    }

    /** Back to a new account. Field codes and option ids are not used again. */
    void start() {
        request.set(0);
        waitlist.clear();
        ChangelogDesk.KINDS.forEach(kind -> changelogs.put(kind, new Changelog()));
        actor = me.id();
        plan(settings.dealCap(), settings.customFieldCap());
        users.clear();
        users.addAll(settings.users());
        for (Kind kind : Kind.values()) {
            records.put(kind, new RecordStore(kind));
            FieldStore store = new FieldStore();
            fields.put(kind, store);
            StandardFields.install(kind, store, this);
        }
        Row.Moment now = now();
        ObjectNode pipeline = Json.object().put("name", "Pipeline").put("order_nr", 1);
        long pipelineId = records(Kind.PIPELINE).add(pipeline, now).id;
        int order = 0;
        for (String name : FIRST_STAGES) {
            ObjectNode stage = Json.object().put("name", name).put("pipeline_id", pipelineId);
            records(Kind.STAGE).add(stage.put("order_nr", ++order), now);
        }
        for (String name : FIRST_TYPES) {
            ObjectNode type = Json.object().put("name", name).put("key_string", ActivityTypeDesk.key(name));
            type.put("icon_key", ActivityTypeDesk.key(name)).put("is_custom_flag", false);
            records(Kind.ACTIVITY_TYPE).add(type, now);
        }
    }

    ReadWriteLock lock() {
        return lock;
    }

    RecordStore records(Kind kind) {
        return Objects.requireNonNull(records.get(kind));
    }

    FieldStore fields(Kind kind) {
        return Objects.requireNonNull(fields.get(kind));
    }

    long customFields() {
        return fields.values().stream().mapToLong(FieldStore::customCount).sum();
    }

    Changelog changelog(Kind kind) {
        return Objects.requireNonNull(changelogs.get(kind));
    }

    SandboxSettings settings() {
        return settings;
    }

    SandboxUser me() {
        return me;
    }

    @Nullable
    SandboxUser user(long id) {
        return users.stream().filter(user -> user.id() == id).findFirst().orElse(null);
    }

    List<SandboxUser> users() {
        return List.copyOf(users);
    }

    /** @throws IllegalArgumentException when there is no such user */
    void activate(long id, boolean active) {
        SandboxUser user = user(id);
        if (user == null) {
            throw new IllegalArgumentException("no such user");
        }
        users.set(users.indexOf(user), new SandboxUser(id, user.name(), user.email(), active));
    }

    /** Whether the plan has no room for one more deal. */
    boolean fullOfDeals() {
        return dealCap > 0 && records(Kind.DEAL).visible().limit(dealCap).count() == dealCap;
    }

    boolean fullOfFields() {
        return fieldCap > 0 && customFields() >= fieldCap;
    }

    /** Caps of another plan; 0 for none, which also ends the waiting of deals. */
    void plan(int deals, int fields) {
        if (deals == 0) {
            waitlist.clear();
        }
        dealCap = deals;
        fieldCap = fields;
    }

    /** Keeps a deal out of all lists. */
    void waitlist(long dealId) {
        waitlist.add(dealId);
    }

    boolean listed(Kind kind, long id) {
        return kind != Kind.DEAL || !waitlist.contains(id);
    }

    boolean activeUser(long id) {
        SandboxUser user = user(id);
        return user != null && user.active();
    }

    String nextCode() {
        return Mix.code(settings.seed(), ++codes);
    }

    long nextOptionId() {
        return ++lastOptionId;
    }

    /** Tells the account which request it is working on, for the lag of the search index. */
    void at(long requestNumber) {
        request.accumulateAndGet(requestNumber, Math::max);
    }

    /** The user in whose name the account is changed just now. */
    long actor() {
        return actor;
    }

    /** Tells in whose name it is changed from now on. */
    void actor(long userId) {
        actor = userId;
    }

    Row.Moment now() {
        return new Row.Moment(request.get(), clock.millis());
    }
}
