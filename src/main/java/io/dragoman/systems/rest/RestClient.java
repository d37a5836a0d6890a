package io.dragoman.systems.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Gives requests their headers, the credential among them, and nothing to any other host. The credential goes in here and nowhere else,
 * so that no exchange, endpoint address or log can hold it; a followed redirect would carry it away.
 */
final class RestClient implements HttpClientConfigurer {
    private final RestSettings settings;
    private final Grant grant;

    RestClient(RestSettings settings, Grant grant) {
        this.settings = settings;
        this.grant = grant;
    }

    /** Gets a token where one is needed and there is none that lasts. */
    void fresh() {
        grant.fresh();
    }

    /** The headers of a request to the API itself. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        settings.system().headers().forEach((name, text) -> headers.put(name, settings.filled(text)));
        RestSystem.Auth auth = settings.system().auth();
        switch (auth.kind()) {
            case BASIC_KEY ->
                headers.put("Authorization", "Basic " + base64(settings.key().get() + ":"));
            case BEARER ->
                headers.put("Authorization", "Bearer " + settings.key().get());
            case HEADER -> headers.put(auth.name(), settings.key().get());
            case CLIENT_CREDENTIALS -> headers.put("Authorization", "Bearer " + grant.token());
        }
        return headers;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        plain(client).addRequestInterceptorLast((request, entity, context) -> {
            boolean home = settings.base().getScheme().equals(request.getScheme())
                    && request.getAuthority() != null
                    && settings.base()
                            .getHost()
                            .equalsIgnoreCase(request.getAuthority().getHostName())
                    && settings.base().getPort() == request.getAuthority().getPort();
            if (home) {
                headers().forEach(request::setHeader);
            }
        });
    }

    /** A client that sends what it is given, once, and keeps nothing. */
    static HttpClientBuilder plain(HttpClientBuilder client) {
        return client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Dragoman");
    }
}
