package io.dragoman.console;

import io.dragoman.access.Visitor;
import io.dragoman.service.Service;
import io.dragoman.service.Station;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every page is made with. Thread-safe. */
record Console(Service service, Library library, Templates templates, String version) {
    /** A page of a migration. @param here the part of the address after it */
    Reply page(Request request, Station station, String here, String template, Map<String, ?> values) {
        return page(200, request.visitor(), station.name(), here, template, values);
    }

    /** @param migration null for a page of none */
    Reply page(
            int status,
            @Nullable Visitor visitor,
            @Nullable String migration,
            String here,
            String template,
            Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("frame", Frame.of(visitor, migration, here, version));
        return templates.page(status, template, all);
    }

    /** What the migration of the address answers; nothing is there when nobody serves it. */
    Reply of(Request request, Function<Station, Reply> answer) {
        return service.station(request.part("migration")).map(answer).orElseGet(Reply::notFound);
    }
}
