package io.dragoman.systems.rest;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/** The HTTP client that exchanges client id and secret for a token; both are in its body, and nothing else goes along. */
final class RestTokenClient implements HttpClientConfigurer {
    private final RestSettings settings;

    RestTokenClient(RestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        RestClient.plain(client)
                .addRequestInterceptorLast((request, entity, context) -> settings.system()
                        .headers()
                        .forEach((name, text) -> request.setHeader(name, settings.filled(text))));
    }
}
