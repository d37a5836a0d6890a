package io.dragoman.console;

import io.dragoman.access.Door;
import io.dragoman.access.Role;
import io.dragoman.model.Problem;
import io.dragoman.service.Service;
import io.dragoman.service.http.Endpoint;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import io.dragoman.service.http.Rights;
import io.dragoman.service.http.Site;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All pages, in one table like the resources. Thread-safe. */
public final class Pages implements Site, AutoCloseable {
    private static final Set<Role> ALL = Set.copyOf(EnumSet.allOf(Role.class));
    private static final String ONE = "/m/{migration}";
    private static final String ORDER = ONE + "/orders/{order}";

    private final Console console;
    private final SignInPages signIn;
    private final Trails trails;
    private final VerbPages verbs;

    /** @param plain takes away from a text what would steer a page */
    public Pages(Service service, Library library, Door door, UnaryOperator<String> plain, String version) {
        this.console = new Console(service, library, new Templates(plain), version);
        this.signIn = new SignInPages(console, door);
        this.trails = new Trails(service).begin();
        this.verbs = new VerbPages(console);
    }

    @Override
    public List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        all.add(Endpoint.page("GET", "/login", Set.of(), signIn::show));
        all.add(Endpoint.page("POST", "/login", Set.of(), signIn::signIn));
        all.add(Endpoint.page("GET", "/login/assets/{file}", Set.of(), request -> Assets.file(request.part("file"))));
        all.add(Endpoint.page("POST", "/logout", ALL, signIn::signOut));
        all.add(Endpoint.page("GET", "/", ALL, new OverviewPage(console)::show));
        all.add(Endpoint.page("GET", "/help", ALL, this::help));
        all.addAll(ofMigrations());
        return all;
    }

    private List<Endpoint> ofMigrations() {
        ReportPages reports = new ReportPages(console);
        OrderPages orders = new OrderPages(console, trails);
        return List.of(
                Endpoint.page("GET", ONE, ALL, new MigrationPage(console)::show),
                Endpoint.page("GET", ONE + "/mapping", ALL, new MappingPage(console)::show),
                Endpoint.page("GET", ONE + "/sample", ALL, new SamplePage(console, verbs)::show),
                Endpoint.page("GET", ONE + "/quarantine", ALL, new QuarantinePage(console)::show),
                Endpoint.page("GET", ONE + "/tokens", ALL, new TokensPage(console)::show),
                Endpoint.page("GET", ONE + "/reports", ALL, reports::list),
                Endpoint.page("GET", ONE + "/reports/{report}", ALL, reports::show),
                Endpoint.page("GET", ORDER, ALL, orders::show),
                Endpoint.page("GET", ORDER + "/moving", ALL, orders::moving),
                Endpoint.page("GET", ORDER + "/trail", ALL, orders::trail),
                Endpoint.page("POST", ORDER + "/{what}", Set.of(Role.ENGINEER), orders::end),
                Endpoint.page("GET", ONE + "/verbs/{verb}", ALL, verbs::show),
                // Which verb it is decides who may; see the handler.
                Endpoint.page("POST", ONE + "/verbs/{verb}", ALL, this::ask));
    }

    private Reply ask(Request request) {
        return verbs.find(request.part("verb"))
                .map(verb -> request.isAny(Rights.of(verb))
                        ? verbs.ask(request)
                        : instead(
                                request,
                                403,
                                List.of(new Problem(
                                        "role-missing",
                                        verb.name(),
                                        "this takes one of the roles " + Rights.words(verb) + "."))))
                .orElseGet(Reply::notFound);
    }

    private Reply help(Request request) {
        return console.page(
                200,
                request.visitor(),
                null,
                "",
                "help.html",
                Map.of("verbs", console.service().verbs()));
    }

    @Override
    public Reply instead(Request request, int status, List<Problem> problems) {
        if (status == 401) {
            return signIn.instead(request.isChange() ? "/" : request.path());
        }
        return console.page(
                status,
                request.visitor(),
                null,
                "",
                "problems.html",
                Map.of("title", status == 404 ? "There is nothing here" : "This did not work", "problems", problems));
    }

    @Override
    public void close() {
        trails.close();
    }
}
