package io.dragoman.systems.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** One term of a query, such as {@code per_page=100}, as a person writes it; names may repeat. */
record Term(String name, String value) {
    /** @param text with the name before the first equals sign */
    static Term of(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? new Term(text, "") : new Term(text.substring(0, equals), text.substring(equals + 1));
    }

    /** The term with another text in place of {@code {name}}. */
    Term with(String placeholder, String text) {
        return new Term(name, value.replace("{" + placeholder + "}", text));
    }

    /** A query as an address holds it; empty for no terms. */
    static String query(List<Term> terms) {
        return terms.stream()
                .map(term -> encoded(term.name) + "=" + encoded(term.value))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
