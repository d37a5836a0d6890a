package io.dragoman.systems.rest;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.SourceFiles;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of files at addresses of the API itself. The credential is shown to that host and to no other: where it leads on, the next
 * address is asked once and without it, over https or on this machine. Requests to the API keep its pace. Thread-safe.
 */
public final class RestFiles implements SourceFiles {
    private static final int ATTEMPTS = 6;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(30);
    private static final int TOGETHER = 64;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final RestSettings settings;
    private final RestClient credential;
    private final Pace pace;
    private final Answers answers;
    private final CloseableHttpClient client = RestClient.plain(HttpClients.custom())
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(TOGETHER)
                    .setMaxConnPerRoute(TOGETHER)
                    .setDefaultConnectionConfig(ConnectionConfig.custom()
                            .setConnectTimeout(CONNECT)
                            .setSocketTimeout(SILENCE)
                            .build())
                    .build())
            .build();

    RestFiles(RestSettings settings, RestClient credential, Pace pace, Answers answers) {
        this.settings = settings;
        this.credential = credential;
        this.pace = pace;
        this.answers = answers;
    }

    /** Whether it is an address at the API itself. */
    @Override
    public boolean holds(String where) {
        try {
            URI address = new URI(where);
            return address.getHost() != null && settings.isAtHome(address);
        } catch (URISyntaxException e) { // no address at all, or none that can be asked
            return false;
        }
    }

    @Override
    public InputStream open(String where) throws ContentProblem {
        URI address = URI.create(where.replaceFirst("#.*", ""));
        RestBusy last = new RestBusy("not asked", null);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return asked(address);
            } catch (RestBusy busy) {
                last = busy;
            }
        }
        throw problem("file-not-reachable", "The source stayed busy (" + last.getMessage() + "). Replay later.");
    }

    private InputStream asked(URI address) throws ContentProblem, RestBusy {
        credential.fresh();
        int place = pace.enter();
        HttpGet request = new HttpGet(address);
        credential.headers().forEach(request::setHeader);
        ClassicHttpResponse response;
        try {
            response = sent(request);
        } finally {
            pace.leave(place);
        }
        int status = response.getCode();
        if (status == 200) {
            return bytes(request, response);
        }
        Header next = response.getFirstHeader("Location");
        closed(response);
        if (status >= 300 && status < 400 && next != null) {
            return elsewhere(next.getValue());
        }
        answers.read(status, headers(response), new byte[0]);
        throw refused(status);
    }

    /** The one address the API may lead on to; it carries its own permission, for a short time. */
    private InputStream elsewhere(String location) throws ContentProblem, RestBusy {
        URI address;
        try {
            address = URI.create(location);
        } catch (IllegalArgumentException e) { // its text quotes the address
            throw problem("file-address-unsafe", "The source leads on to something that is no address.");
        }
        boolean here =
                address.getHost() != null && LOOPBACK.matcher(address.getHost()).matches();
        boolean safe = "https".equals(address.getScheme()) || "http".equals(address.getScheme()) && here;
        if (!safe || address.getRawUserInfo() != null || settings.isAtHome(address)) {
            throw problem("file-address-unsafe", "The source leads on to an address that is not followed.");
        }
        HttpGet request = new HttpGet(address);
        ClassicHttpResponse response = sent(request);
        if (response.getCode() == 200) {
            return bytes(request, response);
        }
        closed(response);
        throw refused(response.getCode());
    }

    private ClassicHttpResponse sent(HttpGet request) throws RestBusy {
        try {
            return client.executeOpen(null, request, null);
        } catch (IOException e) { // its text quotes the address
            throw new RestBusy(e.getClass().getSimpleName(), null);
        }
    }

    private static Map<String, Object> headers(ClassicHttpResponse response) {
        Map<String, Object> headers = new LinkedHashMap<>();
        for (Header header : response.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
        return headers;
    }

    /** The connection breaks off with an exception where the body is shorter than its head promised. */
    private static InputStream bytes(HttpGet request, ClassicHttpResponse response) throws RestBusy {
        @Nullable HttpEntity entity = response.getEntity();
        try {
            return new Body(entity == null ? InputStream.nullInputStream() : entity.getContent(), request, response);
        } catch (IOException e) {
            throw new RestBusy(e.getClass().getSimpleName(), null);
        }
    }

    /** The bytes of an answer. Whoever closes it early breaks off the rest, which would be read to its end otherwise. */
    private static final class Body extends FilterInputStream {
        private final HttpGet request;
        private final ClassicHttpResponse response;
        private boolean ended;

        Body(InputStream in, HttpGet request, ClassicHttpResponse response) {
            super(in);
            this.request = request;
            this.response = response;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            ended = one < 0;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            ended = count < 0;
            return count;
        }

        @Override
        public void close() throws IOException {
            if (ended) {
                response.close();
            } else {
                request.cancel(); // gives the connection up
            }
        }
    }

    private static void closed(ClassicHttpResponse response) throws RestBusy {
        try {
            response.close();
        } catch (IOException e) {
            throw new RestBusy(e.getClass().getSimpleName(), null);
        }
    }

    private static ContentProblem refused(int status) {
        return status == 404 || status == 410
                ? problem(
                        "file-not-found", "The source has no bytes of this file (status " + status + "). Replay later.")
                : problem(
                        "file-not-reachable",
                        "The source answered with status " + status + ". Look there, then replay.");
    }

    private static ContentProblem problem(String code, String advice) {
        return new ContentProblem(code, advice);
    }
}
