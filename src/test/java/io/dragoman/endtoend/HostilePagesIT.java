package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.access.Role;
import io.dragoman.app.InService;
import io.dragoman.ledger.Approval;
import io.dragoman.ledger.Ledger;
import io.dragoman.ledger.LedgerAddress;
import io.dragoman.ledger.Order;
import io.dragoman.ledger.OrderState;
import io.dragoman.ledger.RunMode;
import io.dragoman.ledger.SealKey;
import io.dragoman.model.Problem;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that want to be more than texts, in everything a page shows: what people, exports, accounts and files may hold. */
class HostilePagesIT {
    private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}";
    private static final String STEERING = "abc\u202Egnp.exe\u2066\u0007";
    private static final String LONG = "Lg".repeat(5_000);
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"x\")";
    private static final String ALL = SCRIPT + STEERING + FORMULA;

    private static final List<String> PAGES = List.of(
            "/",
            "/help",
            "/m/acme",
            "/m/acme/mapping",
            "/m/acme/sample",
            "/m/acme/quarantine",
            "/m/acme/quarantine?code=%3Cscript%3E",
            "/m/acme/tokens",
            "/m/acme/reports",
            "/m/acme/reports/plan-r1",
            "/m/acme/reports/%3Cscript%3E",
            "/m/acme/orders/o1",
            "/m/acme/orders/o1/moving",
            "/m/acme/verbs/plan",
            "/m/acme/verbs/run",
            "/m/acme/verbs/owners",
            "/m/acme/verbs/rollback",
            "/m/acme/verbs/explain?parameter-0=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "/m/%3Cscript%3E",
            "/login?to=%22%3E%3Cscript%3E");

    @TempDir
    Path folder;

    @Test
    void whatever_a_ledger_or_a_report_holds_is_shown_as_text() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Served served = Served.in(folder, sandbox);
            Path file = served.migration("acme", Served.DEMO, "unlimited", "");
            fill(file.resolveSibling("data").resolve("acme"));
            Staff staff = Staff.in(folder, Map.of("eno", Set.of(Role.ENGINEER, Role.APPROVER)));
            try (InService service = served.start("--users", staff.file().toString())) {
                Visit eno = new Visit(service.port());
                eno.signIn("eno", Staff.PASSWORD);
                StringBuilder seen = new StringBuilder();
                for (String path : PAGES) {
                    Visit.Page page = eno.get(path);
                    assertThat(page.status()).as(path).isIn(200, 404);
                    is_harmless(path, page.text(), page.response().body());
                    seen.append(page.text().wholeText());
                }
                assertThat(seen).contains("<script>alert(1)</script>", "{{ 7*7 }}", LONG, FORMULA);
                Visit.Page asked =
                        eno.send(eno.get("/m/acme/verbs/explain"), "/m/acme/verbs/explain", Map.of("parameter-0", ALL));
                is_harmless("asked", asked.text(), asked.response().body());
            }
        }
    }

    /** Only our scripts, nothing that runs by itself, nothing that steers. */
    private static void is_harmless(String path, Document page, String body) {
        for (Element script : page.select("script")) {
            assertThat(script.attr("src")).as(path).startsWith("/login/assets/");
            assertThat(script.html()).as(path).isEmpty();
        }
        assertThat(page.select("[onerror], [onclick], [onload], [style], iframe, object, base, img"))
                .as(path)
                .isEmpty();
        page.select("a[href]")
                .forEach(link -> assertThat(link.attr("href")).as(path).matches("(/|#).*"));
        assertThat(body).as(path).doesNotContain("\u202E", "\u2066", "\u0007");
    }

    private static void fill(Path work) throws Exception {
        Files.createDirectories(work.resolve("reports"));
        try (Ledger ledger = Ledger.open(
                new LedgerAddress("jdbc:hsqldb:file:" + work.resolve("ledger"), "", ""),
                "acme",
                SealKey.at(work.resolve("seal.key")))) {
            String run = ledger.runs().start(RunMode.RUN, "hash").id();
            ledger.quarantine()
                    .setAside(run, SCRIPT, "key " + ALL, new Problem("value-not-mapped", ALL, ALL + LONG), null);
            ledger.quarantine().setAside(run, "m", "p-1", new Problem("value-not-mapped", "m.yaml:3", "mend it"), null);
            ledger.approvals().approve(Approval.Kind.MAPPING, ALL, "hash", Instant.now());
            Order order = ledger.orders().add("plan", List.of("--record=" + ALL), ALL);
            ledger.orders().end(order.id(), new Order.End(OrderState.FAILED, 1, run, ALL, "plan-r1.html"));
        }
        String json = """
                {"verb":"plan","migration":"acme","run":"r1","headline":%1$s,"at":"2026-03-02T08:00:00Z",
                 "sections":[{"title":%1$s,"about":%1$s,"columns":[%1$s,"n"],"rows":[[%1$s,"3"],[%2$s,"4"]],
                   "detail":false,"chart":{"kind":"BARS","columns":["n"],"rows":40}}],"next":[%1$s]}
                """;
        String all = quoted(ALL);
        Files.writeString(work.resolve("reports/plan-r1.json"), json.formatted(all, quoted(LONG)));
        Files.writeString(work.resolve("reports/plan-r1.html"), "");
    }

    private static String quoted(String text) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(text);
    }
}
