package io.dragoman.systems.pipedrive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A few named texts, as the first API version takes them for files. */
record Form(Map<String, String> texts) implements Payload {
    @Override
    public byte[] body() {
        return texts.entrySet().stream()
                .map(text -> text.getKey() + "=" + URLEncoder.encode(text.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String contentType() {
        return "application/x-www-form-urlencoded";
    }
}
