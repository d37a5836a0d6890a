package io.dragoman.systems.rest;

import io.dragoman.model.ContentProblem;
import io.dragoman.model.OwnFiles;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files at the API's own address, streamed. The credential goes there and nowhere else: an address that the API leads on to, once, is
 * asked without it. Each request to the API takes a place in its window. Thread-safe.
 */
public final class RestFiles implements OwnFiles {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 60_000;
    private static final int ATTEMPTS = 4;

    private final RestSettings settings;
    private final Pace pace;
    private final Grant grant;
    private final RestClient client;
    private final Answers answers;

    RestFiles(RestSettings settings, Pace pace, Grant grant, RestClient client, Answers answers) {
        this.settings = settings;
        this.pace = pace;
        this.grant = grant;
        this.client = client;
        this.answers = answers;
    }

    @Override
    public boolean has(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() != null && uri.getHost() != null && settings.isAtHome(uri);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public InputStream open(String where) throws ContentProblem {
        try {
            HttpURLConnection connection = ask(new URI(where));
            int status = connection.getResponseCode();
            if (status >= 300 && status < 400) {
                connection = follow(new URI(where), connection);
                status = connection.getResponseCode();
            }
            if (status != HttpURLConnection.HTTP_OK) {
                connection.disconnect();
                throw refused(status);
            }
            return new WholeBody(connection.getInputStream(), connection.getContentLengthLong());
        } catch (ContentProblem e) {
            throw e;
        } catch (URISyntaxException | IllegalArgumentException e) { // its text quotes the address
            throw new ContentProblem(
                    "file-address-unsafe", "The source gives an address that is none. Tell its vendor, then replay.");
        } catch (IOException e) { // its text quotes the address
            throw new ContentProblem(
                    "file-not-reachable", "The source does not answer as it should. Look at the network, then replay.");
        }
    }

    /** The answer of the API itself, asked again while it is busy. */
    private HttpURLConnection ask(URI address) throws IOException {
        for (int attempt = 1; ; attempt++) {
            grant.fresh();
            int place = pace.enter();
            try {
                Map<String, String> headers = new LinkedHashMap<>(client.headers());
                headers.put("Accept", "*/*");
                HttpURLConnection connection = opened(address, headers);
                int status = connection.getResponseCode();
                boolean renewed = status == 401 && grant.again();
                if (attempt == ATTEMPTS || !renewed && status != 429 && status < 500) {
                    return connection;
                }
                answers.busy(connection.getHeaderFields());
                connection.disconnect();
            } finally {
                pace.leave(place);
            }
        }
    }

    /** Asks the address that the API leads to; what is not at the API gets none of its headers. */
    private HttpURLConnection follow(URI from, HttpURLConnection answer) throws IOException {
        String location = answer.getHeaderField("Location");
        answer.disconnect();
        URI to = from.resolve(location == null ? "" : location);
        if (settings.isAtHome(to)) {
            return ask(to);
        }
        boolean safe = "https".equalsIgnoreCase(to.getScheme())
                || "http".equalsIgnoreCase(to.getScheme()) && "http".equalsIgnoreCase(from.getScheme());
        if (!safe || to.getHost() == null || to.getRawUserInfo() != null) {
            throw new ContentProblem(
                    "file-address-unsafe",
                    "The source leads to an address that is not read over https. Tell its vendor.");
        }
        return opened(to, Map.of("Accept", "*/*", "User-Agent", "Dragoman"));
    }

    private static HttpURLConnection opened(URI address, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setUseCaches(false);
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private ContentProblem refused(int status) {
        if (status == 401) {
            throw answers.keyRefused();
        }
        return switch (status) {
            case 202, 204, 409, 425 ->
                new ContentProblem(
                        "file-not-ready",
                        "The source is still working on this file (status " + status + "). Replay it later.");
            case 403 ->
                new ContentProblem(
                        "file-forbidden",
                        "The source does not show this file to the key's user. Give another's key, then replay.");
            case 404, 410 ->
                new ContentProblem(
                        "file-not-found",
                        "The source has no such file any more (status " + status + "). Leave it behind.");
            default ->
                new ContentProblem(
                        "file-not-reachable", "The source answered with status " + status + ". Replay it later.");
        };
    }
}
