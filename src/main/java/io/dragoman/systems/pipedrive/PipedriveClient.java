package io.dragoman.systems.pipedrive;

import java.util.function.Supplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Makes the HTTP client send exactly what a route says, once. The token goes in here and nowhere else, so that no exchange, endpoint
 * address or log can hold it. A repeated write would be a double record, and a followed redirect would carry the token away.
 */
final class PipedriveClient implements HttpClientConfigurer {
    private final Supplier<String> token;

    PipedriveClient(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Dragoman")
                .addRequestInterceptorLast((request, entity, context) -> {
                    request.setHeader("x-api-token", token.get());
                    request.setHeader("Accept", "application/json");
                });
    }
}
