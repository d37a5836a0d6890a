package io.dragoman.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.dragoman.access.Role;
import io.dragoman.app.InService;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways of three people through the pages, in a real browser, as they would go. */
class ConsoleBrowserIT {
    private static final double LONG = 60_000;

    @TempDir
    Path folder;

    private Chromium chromium;
    private Sandbox sandbox;
    private CopiedExport export;
    private Staff staff;
    private InService service;
    private Page page;

    @BeforeEach
    void open() throws Exception {
        chromium = Chromium.open();
        sandbox = Sandbox.start(Migration.account());
        export = CopiedExport.into(folder.resolve("export"));
        status("103", "dormant");
        Served served = Served.in(folder, sandbox);
        served.migration("maple-street", export.folder(), "lite", "schedule: { delta: { every: 12h } }");
        staff = Staff.in(
                folder,
                Map.of(
                        "mara.manager", Set.of(Role.VIEWER, Role.APPROVER),
                        "eno.engineer", Set.of(Role.ENGINEER),
                        "cleo.compliance", Set.of(Role.VIEWER, Role.COMPLIANCE)));
        service = served.start("--users", staff.file().toString());
        page = chromium.window();
    }

    @AfterEach
    void close() throws Exception {
        if (service != null) {
            service.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private void status(String patient, String status) throws Exception {
        export.cells("patients.csv", (row, column) -> column.equals("status") && row.get("patient_id").equals(patient)
                ? status
                : row.get(column));
    }

    @Test
    void a_practice_manager_looks_at_the_mapping_and_approves_it() throws Exception {
        page.navigate(address("/"));
        Chromium.picture(page, "sign-in");
        page.getByLabel("Name").fill("mara.manager");
        page.getByLabel("Password").fill("wrong password");
        button("Sign in").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not go together");
        signIn("mara.manager");

        assertThat(heading("Migrations")).isVisible();
        Chromium.picture(page, "overview");
        assertThat(Chromium.fitsPhone(page, "overview")).isTrue();
        page.getByRole(AriaRole.LINK, name("maple-street")).first().click();
        place("Mapping");
        assertThat(heading("What moves, and how")).isVisible();
        Chromium.picture(page, "mapping");
        assertThat(Chromium.fitsPhone(page, "mapping")).isTrue();

        page.getByLabel("Search").fill("birth_date");
        assertThat(page.locator("output")).not().hasText("0");
        assertThat(page.locator("tr.line:visible").first()).containsText("birth_date");
        Chromium.picture(page, "mapping-search");
        page.getByLabel("Search").fill("");
        page.locator("details details summary").first().click();
        assertThat(page.locator("pre.example").first()).isVisible();

        assertThat(button("Sign this policy")).isHidden();
        button("Approve this mapping").click();
        over("done");
        place("Mapping");
        assertThat(page.locator("article").first()).containsText("Signed by mara.manager");
        Chromium.picture(page, "mapping-signed");
        page.navigate(address("/m/maple-street/verbs/run"));
        assertThat(page.getByText("takes one of the roles engineer")).isVisible();
        button("Sign out").click();
        assertThat(heading("Sign in")).isVisible();
        assertThat(chromium.complaints()).noneMatch(one -> one.contains("Security Policy"));
    }

    @Test
    void a_compliance_officer_signs_the_policy_and_checks_the_log() throws Exception {
        signIn("cleo.compliance");
        page.navigate(address("/m/maple-street/mapping"));
        assertThat(button("Approve this mapping")).isHidden();
        button("Sign this policy").click();
        over("done");
        place("Mapping");
        assertThat(page.locator("article").nth(1)).containsText("Signed by cleo.compliance");

        page.navigate(address("/m/maple-street/verbs/audit-verify"));
        button("audit verify").click();
        over("done");
        Chromium.picture(page, "audit");
        place("Explain");
        page.getByLabel("RECORD").fill("patient-to-person/101");
        page.getByLabel("ledger-only").check();
        button("explain").click();
        assertThat(page.locator("#now .state")).hasText(Pattern.compile("done|failed|refused"), longest());
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void an_engineer_plans_samples_runs_mends_and_takes_back() throws Exception {
        Asking approver = new Asking(service.port(), staff.token(Role.APPROVER));
        approver.does("maple-street", "approve", "{\"as\": \"mapping\"}");
        signIn("eno.engineer");
        page.navigate(address("/m/maple-street"));
        place("Plan");
        button("plan").click();
        over("left-over|done");
        assertThat(page.locator("main")).containsText("tokens");
        Chromium.picture(page, "plan");
        ask("prepare", "prepare", "done");
        page.navigate(address("/m/maple-street/sample"));
        button("sample").click();
        over("done|left-over");
        place("Sample");
        assertThat(heading("Field by field")).isVisible();
        page.getByLabel("Key or field").fill("name");
        assertThat(page.locator("tr.line:visible").first()).isVisible();
        Chromium.picture(page, "sample");

        page.navigate(address("/m/maple-street/verbs/run"));
        Chromium.picture(page, "run-form");
        button("run").click();
        assertThat(page.locator("#now progress")).isVisible();
        assertThat(page.locator("#counts table")).isVisible(seen());
        assertThat(page.locator(".pace canvas")).isVisible(seen());
        String before = page.locator("#counts tbody").innerText();
        assertThat(page.locator("#counts tbody")).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(LONG));
        page.waitForTimeout(6000);
        Chromium.picture(page, "run-live");
        assertThat(Chromium.fitsPhone(page, "run-live")).isTrue();
        button("Pause").click();
        over("paused");
        button("Resume").click();
        over("left-over");
        Chromium.picture(page, "run-done");

        place("Quarantine");
        assertThat(page.locator("table").first()).containsText("unknown-code");
        Chromium.picture(page, "quarantine");
        status("103", "active");
        button("Replay unknown-code").click();
        over("done|left-over");
        place("Quarantine");
        assertThat(page.locator("table").first()).not().containsText("unknown-code");
        button("Replay link-missing").click(); // what waited for that patient
        over("done");
        place("Quarantine");
        assertThat(page.getByText("Nothing is set aside.")).isVisible();

        lookAtTheRest();
        page.navigate(address("/m/maple-street"));
        place("Rollback");
        assertThat(page.locator("button.danger")).isDisabled();
        button("Preview").click();
        over("done");
        place("Rollback");
        page.getByLabel("Type maple-street to confirm").fill("maple");
        assertThat(page.locator("button.danger")).isDisabled();
        page.getByLabel("Type maple-street to confirm").fill("maple-street");
        Chromium.picture(page, "rollback");
        page.locator("button.danger").click();
        over("done|left-over");
        assertThat(sandbox.dump().path("persons").size()).isZero();
        assertThat(chromium.complaints()).allMatch(one -> one.contains("404")); // the page that is not there
    }

    private void lookAtTheRest() throws Exception {
        for (Map.Entry<String, String> one : Map.of(
                        "", "migration",
                        "/tokens", "tokens",
                        "/reports", "reports",
                        "/verbs/owners", "owners",
                        "/verbs/explain?parameter-0=patient-to-person/101", "explain")
                .entrySet()) {
            page.navigate(address("/m/maple-street" + one.getKey()));
            if (List.of("owners", "explain").contains(one.getValue())) {
                button(one.getValue()).click();
                over("done|left-over");
            }
            Chromium.picture(page, one.getValue());
            assertThat(Chromium.fitsPhone(page, one.getValue())).as(one.getValue()).isTrue();
        }
        page.navigate(address("/m/maple-street/reports/none"));
        Chromium.picture(page, "not-there");
    }

    private void ask(String verb, String label, String state) {
        page.navigate(address("/m/maple-street/verbs/" + verb));
        button(label).click();
        over(state);
    }

    private void signIn(String who) {
        page.navigate(address("/login"));
        page.getByLabel("Name").fill(who);
        page.getByLabel("Password").fill(Staff.PASSWORD);
        button("Sign in").click();
    }

    private void over(String states) {
        assertThat(page.locator("#now .state")).hasText(Pattern.compile("^(" + states + ")$"), longest());
    }

    private static LocatorAssertions.HasTextOptions longest() {
        return new LocatorAssertions.HasTextOptions().setTimeout(LONG);
    }

    private static LocatorAssertions.IsVisibleOptions seen() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(LONG);
    }

    private void place(String title) {
        page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, exactly(title)).click();
    }

    private Locator button(String label) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label)).first();
    }

    private Locator heading(String title) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)).first();
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions exactly(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + service.port() + path;
    }
}
