package io.dragoman.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts: it keeps the cookie, reads pages and sends their forms. */
final class Visit {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String address;
    private String cookie = "";

    Visit(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    record Page(int status, Document text, HttpResponse<String> response) {
        /** Where it leads. */
        String location() {
            return response.headers().firstValue("Location").orElse("");
        }
    }

    /** @return the status of the answer */
    int signIn(String name, String password) throws IOException, InterruptedException {
        Page page = send("/login", Map.of("name", name, "password", password, "to", "/"), address);
        page.response()
                .headers()
                .firstValue("Set-Cookie")
                .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return page.status();
    }

    Page get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET().build());
    }

    /** Sends a form as a page of ours does. @param page on which the form is */
    Page send(Page page, String path, Map<String, String> fields) throws IOException, InterruptedException {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_form", page.text().select("input[name=_form]").first().attr("value"));
        return send(path, all, address);
    }

    /** Sends a form. @param origin of the page it is on */
    Page send(String path, Map<String, String> fields, String origin) throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return answer(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", origin)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(1));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Page answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Page(response.statusCode(), Jsoup.parse(response.body()), response);
    }
}
