package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.access.Role;
import io.dragoman.app.InService;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may what: every path there is, for every role and for nobody. */
class RightsIT {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> ENGINEER = Set.of(Role.ENGINEER);
    private static final Set<Role> AUDITORS = Set.of(Role.ENGINEER, Role.COMPLIANCE);
    private static final Set<Role> SIGNERS = Set.of(Role.APPROVER, Role.COMPLIANCE);
    private static final Set<Role> ANYBODY = Set.of();

    /** Pages, which no description names. */
    private static final Map<String, Set<Role>> PAGES = Map.ofEntries(
            Map.entry("GET /login", ANYBODY),
            Map.entry("GET /login/assets/console.css", ANYBODY),
            Map.entry("POST /login", ANYBODY),
            Map.entry("POST /logout", ALL),
            Map.entry("GET /", ALL),
            Map.entry("GET /help", ALL),
            Map.entry("GET /m/none", ALL),
            Map.entry("GET /m/none/mapping", ALL),
            Map.entry("GET /m/none/sample", ALL),
            Map.entry("GET /m/none/quarantine", ALL),
            Map.entry("GET /m/none/tokens", ALL),
            Map.entry("GET /m/none/reports", ALL),
            Map.entry("GET /m/none/reports/none", ALL),
            Map.entry("GET /m/none/orders/o1", ALL),
            Map.entry("GET /m/none/orders/o1/moving", ALL),
            Map.entry("GET /m/none/orders/o1/trail", ALL),
            Map.entry("POST /m/none/orders/o1/stop", ENGINEER),
            Map.entry("POST /m/none/orders/o1/pause", ENGINEER),
            Map.entry("POST /m/none/orders/o1/resume", ENGINEER),
            Map.entry("GET /m/none/verbs/run", ALL),
            Map.entry("POST /m/none/verbs/run", ENGINEER),
            Map.entry("POST /m/none/verbs/rollback", ENGINEER),
            Map.entry("POST /m/none/verbs/quarantine-replay", ENGINEER),
            Map.entry("POST /m/none/verbs/explain", AUDITORS),
            Map.entry("POST /m/none/verbs/approve", SIGNERS),
            Map.entry("POST /m/none/verbs/status", ALL));

    /** Resources that change something, or start what may; every other one is a GET, and for all. */
    private static final Map<String, Set<Role>> CHANGES = Map.of(
            "approve", SIGNERS,
            "status", ALL,
            "quarantine/list", ALL,
            "quarantine/show", ALL,
            "explain", AUDITORS,
            "audit/export", AUDITORS,
            "audit/verify", AUDITORS,
            "certify", AUDITORS);

    @TempDir
    Path folder;

    @Test
    void a_role_opens_what_its_row_says_and_nothing_else() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Served served = Served.in(folder, sandbox);
            served.migration("acme", Served.DEMO, "unlimited", "");
            Staff staff = Staff.in(folder, Map.of("ana", Set.of(Role.APPROVER)));
            try (InService service = served.start("--users", staff.file().toString())) {
                for (Map.Entry<String, Set<Role>> row : rows().entrySet()) {
                    look(service, staff, row.getKey(), row.getValue());
                }
                the_start_up_token_opens_nothing(service);
                a_signature_takes_its_role_and_bears_its_name(service, staff);
                a_session_takes_its_form_and_its_origin(service);
                another_host_is_turned_away(service);
            }
        }
    }

    private static Map<String, Set<Role>> rows() throws IOException {
        Map<String, Set<Role>> rows = new LinkedHashMap<>(PAGES);
        JsonNode description = new ObjectMapper().readTree(Files.readString(Path.of("docs", "openapi.json")));
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    String verb = path.getKey().replaceFirst("^/api/migrations/\\{migration}/", "");
                    Set<Role> changers = CHANGES.getOrDefault(verb, ENGINEER);
                    Set<Role> lookers = path.getKey().startsWith("/health/") ? ANYBODY : ALL;
                    rows.put(
                            method.toUpperCase(java.util.Locale.ROOT) + " "
                                    + path.getKey().replaceAll("\\{[a-z]+}", "none"),
                            method.equals("get") ? lookers : changers);
                }));
        return rows;
    }

    private static void look(InService service, Staff staff, String row, Set<Role> may) throws Exception {
        String method = row.substring(0, row.indexOf(' '));
        String path = row.substring(row.indexOf(' ') + 1);
        int nobody = new Asking(service.port(), null).ask(method, path, "{}").status();
        int wrong =
                new Asking(service.port(), "made-up").ask(method, path, "{}").status();
        if (may.isEmpty()) {
            assertThat(nobody).as(row).isEqualTo(row.startsWith("POST") ? 401 : 200);
            return;
        }
        assertThat(nobody).as(row + " for nobody").isEqualTo(401);
        assertThat(wrong).as(row + " with a token that is nobody's").isEqualTo(401);
        for (Role role : Role.values()) {
            int status = new Asking(service.port(), staff.token(role))
                    .ask(method, path, "{}")
                    .status();
            if (may.contains(role)) {
                assertThat(status).as(row + " for " + role.word()).isIn(200, 202, 303, 400, 404);
            } else {
                assertThat(status).as(row + " for " + role.word()).isEqualTo(403);
            }
        }
    }

    private static void the_start_up_token_opens_nothing(InService service) throws Exception {
        assertThat(new Asking(service.port(), Served.TOKEN)
                        .get("/api/migrations")
                        .status())
                .isEqualTo(401);
    }

    private static void a_signature_takes_its_role_and_bears_its_name(InService service, Staff staff) throws Exception {
        Asking approver = new Asking(service.port(), staff.token(Role.APPROVER));
        String path = "/api/migrations/acme/approve";
        assertThat(approver.ask("POST", path, "{\"as\": \"compliance\"}").status())
                .isEqualTo(403);
        JsonNode order = approver.does("acme", "approve", "{\"as\": \"mapping\", \"by\": \"somebody else\"}");
        assertThat(order.path("arguments").toString())
                .contains("--by=machine-approver")
                .doesNotContain("somebody else");
    }

    private static void a_session_takes_its_form_and_its_origin(InService service) throws Exception {
        Visit ana = new Visit(service.port());
        assertThat(ana.get("/").status()).isEqualTo(401);
        assertThat(ana.signIn("ana", "wrong")).isEqualTo(401);
        assertThat(ana.signIn("ana", Staff.PASSWORD)).isEqualTo(303);
        Visit.Page page = ana.get("/m/acme/mapping");
        assertThat(page.status()).isEqualTo(200);
        String own = "http://127.0.0.1:" + service.port();
        assertThat(ana.send("/m/acme/verbs/approve", Map.of("as", "mapping"), own)
                        .status())
                .isEqualTo(403);
        assertThat(ana.send(page, "/m/acme/verbs/approve", Map.of("as", "mapping"))
                        .status())
                .isEqualTo(303);
        Map<String, String> form = Map.of(
                "as",
                "mapping",
                "_form",
                page.text().select("input[name=_form]").first().attr("value"));
        assertThat(ana.send("/m/acme/verbs/approve", form, "http://evil.example")
                        .status())
                .isEqualTo(403);
        assertThat(ana.send(page, "/m/acme/verbs/approve", Map.of("as", "mapping", "edition", "older"))
                        .status())
                .isEqualTo(409);
        assertThat(page.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.response().headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(ana.send(page, "/logout", Map.of()).status()).isEqualTo(303);
        assertThat(ana.get("/").status()).isEqualTo(401);
    }

    private static void another_host_is_turned_away(InService service) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", service.port())) {
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421");
        }
    }
}
