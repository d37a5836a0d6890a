package io.dragoman.systems.pipedrive;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.jspecify.annotations.Nullable;

/** The HTTP client that renews access tokens. As in {@link PipedriveClient}, the app's secret goes in here and nowhere else. */
final class RenewingClient implements HttpClientConfigurer {
    private final @Nullable OAuth app;

    /** @param app null when there is none, and the route is never used */
    RenewingClient(@Nullable OAuth app) {
        this.app = app;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Dragoman")
                .addRequestInterceptorLast((request, entity, context) -> {
                    request.setHeader("Accept", "application/json");
                    if (app != null) {
                        byte[] both =
                                (app.clientId() + ":" + app.clientSecret().get()).getBytes(StandardCharsets.UTF_8);
                        request.setHeader(
                                "Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
                    }
                });
    }
}
