package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.systems.rest.Page.Shaped;
import io.dragoman.systems.rest.RowShape.Row;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages of one list in one reading: which is next, and keeping what came. Goes on where a killed process ended. For one thread. */
final class Series {
    private static final int EMPTY_PAGES = 100;

    private final RestSettings settings;
    private final Segment segment;
    private final RestList list;
    private final PageFile file;
    private final List<String> keys;
    private final Turning turning;
    private final Set<String> seen = new HashSet<>();
    private int empty;
    private @Nullable Position position;

    /** @param keys one request for each; empty when the list is one series of pages */
    Series(RestSettings settings, Segment segment, RestList list, PageFile file, List<String> keys) {
        this.settings = settings;
        this.segment = segment;
        this.list = list;
        this.file = file;
        this.keys = keys;
        this.turning = new Turning(settings, list);
        Page last = file.last();
        this.position = last == null ? Position.first() : Position.of(last.next());
        if (list.each() != null && keys.isEmpty() && last == null) {
            file.add(new Page(200, null, -1, List.of()));
            this.position = null;
        }
    }

    RestList list() {
        return list;
    }

    boolean isOver() {
        return position == null;
    }

    /** The page that is missing next. */
    PageRequest request() {
        Position at = here();
        String link = at.link();
        if (link != null) {
            int query = link.indexOf('?');
            return query < 0
                    ? new PageRequest(origin() + link, "")
                    : new PageRequest(origin() + link.substring(0, query), link.substring(query + 1));
        }
        List<Term> terms = new ArrayList<>();
        list.query().forEach(term -> terms.add(filled(term, at)));
        if (segment.since() != null && list.changes() != null) {
            list.changes().forEach(term -> terms.add(filled(term, at).with("since", String.valueOf(segment.since()))));
        }
        turning.term(at).ifPresent(terms::add);
        String path = list.path().replace("{key}", key(at) == null ? "" : Term.encoded(String.valueOf(key(at))));
        return new PageRequest(settings.base() + settings.filled(path), Term.query(terms));
    }

    private Term filled(Term term, Position at) {
        Term named = new Term(term.name(), settings.filled(term.value()));
        String key = key(at);
        return key == null ? named : named.with("key", key);
    }

    private String origin() {
        URI base = settings.base();
        return base.getScheme() + "://" + base.getRawAuthority();
    }

    private @Nullable String key(Position at) {
        return keys.isEmpty() ? null : keys.get(at.key());
    }

    private Position here() {
        if (position == null) {
            throw new IllegalStateException("the list " + list.name() + " is read");
        }
        return position;
    }

    /**
     * Keeps what came, so that it is never asked for again.
     *
     * @return records on the page
     */
    int keep(Answer answer) {
        Position at = here();
        if (answer.isRefused()) {
            file.add(new Page(answer.status(), null, -1, List.of()));
            position = null;
            return 0;
        }
        List<JsonNode> records = turning.records(answer.body());
        List<List<Shaped>> shaped = new ArrayList<>(records.size());
        records.forEach(record -> shaped.add(shaped(record, key(at))));
        mustGoOn(at, shaped);
        Position next = turning.next(at, answer.body(), records);
        if (next == null && at.key() + 1 < keys.size()) {
            next = at.nextKey();
            seen.clear();
        }
        long total = list.total() == null || !keys.isEmpty()
                ? -1
                : answer.body().at(list.total()).asLong(-1);
        file.add(new Page(answer.status(), next == null ? null : next.text(), total, shaped));
        position = next;
        return records.size();
    }

    private List<Shaped> shaped(JsonNode record, @Nullable String key) {
        List<Shaped> rows = new ArrayList<>();
        List<RowShape> shapes = list.shapes();
        for (int shape = 0; shape < shapes.size(); shape++) {
            if (!record.isObject()) {
                if (shape == 0) {
                    rows.add(new Shaped(shape, Row.unusable("record-not-object")));
                }
                continue;
            }
            for (Row row : shapes.get(shape).rows(record, key, settings.zone())) {
                rows.add(new Shaped(shape, row));
            }
        }
        return rows;
    }

    /** A list that gives the same page again, or empty ones without end, would be read for ever. */
    private void mustGoOn(Position at, List<List<Shaped>> records) {
        empty = records.isEmpty() ? empty + 1 : 0;
        boolean turns = list.paging().kind() != Paging.Kind.NONE;
        boolean again = at.link() != null && !seen.add(at.link()) || !records.isEmpty() && !seen.add(digest(records));
        if (turns && (again || empty > EMPTY_PAGES)) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "page-loop",
                            settings.name() + " " + list.name(),
                            "The list gives a page it gave before, or empty ones without end. Look at its paging in"
                                    + " rest.yaml; if that is right, tell the vendor."));
        }
    }

    private static String digest(List<List<Shaped>> records) {
        MessageDigest digest = SeenKeys.sha256();
        records.forEach(record -> record.forEach(shaped -> {
            digest.update(shaped.row().fault().getBytes(StandardCharsets.UTF_8));
            for (String cell : shaped.row().cells()) {
                digest.update((byte) 0);
                digest.update(String.valueOf(cell).getBytes(StandardCharsets.UTF_8));
            }
        }));
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }
}
