package io.dragoman.systems.pipedrive;

import java.io.IOException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the HTTP client send exactly what a route says, once. The token goes in here and nowhere else, so that no exchange, endpoint
 * address or log can hold it. A repeated write would be a double record, and a followed redirect would carry the token away.
 */
final class PipedriveClient implements HttpClientConfigurer {
    private static final long LARGE = 1_000_000;

    /** One megabyte a second. */
    private static final long BYTES_A_MILLI = 1_000;

    private final Access access;

    PipedriveClient(Access access) {
        this.access = access;
    }

    /**
     * Gives large bodies the time the target needs to take them in, and lets it refuse them before they are sent: it answers with 429 or 413
     * to the head, where it can, and the bytes stay here.
     */
    private static ClassicHttpResponse patiently(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        HttpEntity entity = request.getEntity();
        if (entity instanceof UploadEntity && entity.getContentLength() > LARGE) {
            RequestConfig usual = scope.clientContext.getRequestConfigOrDefault();
            Timeout longer = usual.getResponseTimeout() == null
                    ? null
                    : Timeout.of(usual.getResponseTimeout()
                            .toDuration()
                            .plusMillis(entity.getContentLength() / BYTES_A_MILLI));
            scope.clientContext.setRequestConfig(RequestConfig.copy(usual)
                    .setExpectContinueEnabled(true)
                    .setResponseTimeout(longer)
                    .build());
        }
        return chain.proceed(request, scope);
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Dragoman")
                .addExecInterceptorFirst("uploads", PipedriveClient::patiently)
                .addRequestInterceptorLast((request, entity, context) -> {
                    access.authorize(request);
                    request.setHeader("Accept", "application/json");
                });
    }
}
