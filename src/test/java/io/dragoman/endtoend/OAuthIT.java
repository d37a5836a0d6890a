package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.OAuthApp;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as an OAuth app. */
class OAuthIT {
    private static final Path DEMO = Path.of("demo", "maple-street-dental").toAbsolutePath();

    @TempDir
    Path folder;

    private Migration app(Sandbox sandbox) throws Exception {
        return Migration.write(folder, DEMO, sandbox, "ultimate", Migration.BAA)
                .replace("token: ${env:SANDBOX_TOKEN}", """
                        oauth:
                            client-id: %s
                            client-secret: ${env:APP_SECRET}
                            refresh-token: ${env:APP_REFRESH}
                            token-url: %s/oauth/token""".formatted(OAuthApp.CLIENT, sandbox.baseUrl()))
                .with("APP_SECRET", OAuthApp.SECRET)
                .with("APP_REFRESH", OAuthApp.REFRESH);
    }

    @Test
    void an_access_token_that_ends_mid_run_is_renewed_and_no_secret_is_told() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = app(sandbox);
            migration.prepare();
            int renewals = sandbox.oauth().renewals();
            Program.Running running = migration.start("run");
            sandbox.holdAfter(50);
            running.awaitHeld(sandbox);
            sandbox.oauth().endAll();
            sandbox.letGo();

            Program.Ended ended = running.await();
            assertThat(ended.code()).as(ended.all()).isZero();
            assertThat(sandbox.oauth().renewals()).isEqualTo(renewals + 2);
            assertThat(ended.all()).doesNotContain(OAuthApp.SECRET, OAuthApp.REFRESH, "access-");
        }
    }

    @Test
    void an_app_that_is_shut_out_stops_the_run_with_advice() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = app(sandbox);
            migration.prepare();
            sandbox.oauth().shutOut();

            Program.Ended ended = migration.run("run");

            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.err()).contains("token-rejected").contains("OAuth app");
        }
    }
}
