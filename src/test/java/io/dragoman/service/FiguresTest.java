package io.dragoman.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dragoman.run.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others watch the service with speaks of figures that there are. */
class FiguresTest {
    private static final Pattern FIGURE = Pattern.compile("\\b(dragoman|jvm)_[a-z_]+[a-z]");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void every_figure_that_the_dashboard_and_the_alerts_name_is_served() throws Exception {
        Bench bench = new Bench(folder);
        bench.file("acme", "e1");
        Metrics metrics = new Metrics();
        metrics.request("http://127.0.0.1:1", "write", 429, Duration.ofMillis(20));
        try (Service service = Service.open(
                bench, new Service.Places(List.of(), folder), new Stop(), Clock.systemUTC(), List.of(metrics))) {
            Station acme = service.station("acme").orElseThrow();
            acme.ask(Bench.WORK, List.of(), "Ana");
            bench.letOneGo();
            await().until(() -> metrics.text().contains("dragoman_orders_ended_total"));
            String served = metrics.text();
            assertThat(served)
                    .contains(
                            "dragoman_records_total{fate=\"created\",mapping=\"client-to-person\",migration=\"acme\"} 1.0");
            for (String file : List.of("docs/service/grafana.json", "docs/service/alerts.yml")) {
                Set<String> named = named(Files.readString(Path.of(file)));
                assertThat(named).hasSizeGreaterThan(5);
                assertThat(named)
                        .as(file)
                        .allMatch(
                                figure -> served.contains("\n" + figure + "{") || served.contains("\n" + figure + " "));
            }
        }
        assertThat(metrics.text()).as("what is served no more has no figures").doesNotContain("dragoman_quarantine{");
    }

    private static Set<String> named(String text) {
        Set<String> figures = new TreeSet<>();
        Matcher matcher = FIGURE.matcher(text);
        while (matcher.find()) {
            figures.add(matcher.group());
        }
        return figures;
    }
}
