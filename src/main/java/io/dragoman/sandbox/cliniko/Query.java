package io.dragoman.sandbox.cliniko;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param page from 1
 * @param perPage at most 100
 * @param filters all of which must fit
 * @param newestFirst order by creation
 */
record Query(int page, int perPage, List<Filter> filters, boolean newestFirst) {
    private static final int MOST = 100;

    static Query of(URI address, Resource resource) {
        int page = 1;
        int perPage = 50;
        boolean newestFirst = false;
        List<Filter> filters = new ArrayList<>();
        for (String pair : pairs(address.getRawQuery())) {
            int is = pair.indexOf('=');
            String value = is < 0 ? "" : decoded(pair.substring(is + 1));
            switch (decoded(is < 0 ? pair : pair.substring(0, is))) {
                case "page" -> page = number(value, Integer.MAX_VALUE);
                case "per_page" -> perPage = number(value, MOST);
                case "q[]" -> filters.add(Filter.read(value, resource));
                case "sort" -> newestFirst = newestFirst(value);
                default -> throw Refusal.bad("unknown parameter");
            }
        }
        return new Query(page, perPage, List.copyOf(filters), newestFirst);
    }

    private static boolean newestFirst(String sort) {
        return switch (sort) {
            case "created_at", "created_at:asc" -> false;
            case "created_at:desc" -> true;
            default -> throw Refusal.bad("this stand-in sorts by created_at only");
        };
    }

    private static String[] pairs(@Nullable String query) {
        return query == null || query.isEmpty() ? new String[0] : query.split("&");
    }

    private static int number(String text, int most) {
        if (!text.matches("[1-9]\\d{0,8}") || Integer.parseInt(text) > most) {
            throw Refusal.bad("page and per_page are numbers, per_page at most " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The conditions and the order, without the page. */
    String asked() {
        return filters + " " + newestFirst;
    }

    /** The address of another page of the same list. */
    String address(String base, int otherPage) {
        StringBuilder address = new StringBuilder(base)
                .append("?page=")
                .append(otherPage)
                .append("&per_page=")
                .append(perPage);
        for (Filter filter : filters) {
            String text = filter.field() + ":" + filter.op() + filter.value();
            address.append("&q%5B%5D=").append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return address.append(newestFirst ? "&sort=created_at%3Adesc" : "").toString();
    }
}
