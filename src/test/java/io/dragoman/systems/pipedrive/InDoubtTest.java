package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.FindRequest;
import io.dragoman.model.InDoubt;
import io.dragoman.model.Mapping.FieldType;
import io.dragoman.model.SchemaItem;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TraceRequest;
import io.dragoman.sandbox.Faults;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever answer of whatever create gets lost, the record is there once when the doubt is settled. */
class InDoubtTest {
    private static final int RECORDS = 6;
    private static final List<String> KINDS = List.of(
            "person",
            "organization",
            "deal",
            "product",
            "activity",
            "note",
            "lead",
            "deal-participant",
            "organization-relationship",
            "deal-lines");

    static Stream<Arguments> losses() {
        return KINDS.stream()
                .flatMap(kind -> Stream.of(Faults.Kind.LOST_ANSWER_AFTER_COMMIT, Faults.Kind.HTTP_500_BEFORE_COMMIT)
                        .flatMap(fault -> Stream.of(Duration.ZERO, Duration.ofMinutes(20))
                                .map(ahead -> Arguments.of(kind, fault, ahead))));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void nothing_is_lost_and_nothing_is_there_twice(String kind, Faults.Kind fault, Duration ahead) {
        Clock clock = Clock.offset(Clock.systemUTC(), ahead);
        UnaryOperator<PipedriveSettings> settings = plain -> plain.withClock(clock);
        try (Account account = Account.open(plain -> plain, settings, Budget.unlimited())) {
            List<TargetRecord> records = records(account, kind);
            Instant start = clock.instant();
            account.sandbox().faults().random(1, Map.of(fault, 1.0));
            records.forEach(record -> assertThat(isLost(account, record)).isTrue());
            account.sandbox().faults().clear();

            Map<String, TargetId> found = account.find(new FindRequest(kind, start, records));
            boolean arrived = fault == Faults.Kind.LOST_ANSWER_AFTER_COMMIT;
            assertThat(found).hasSize(arrived ? RECORDS : 0);
            records.stream().filter(record -> !found.containsKey(record.key())).forEach(account::create);

            Set<String> keptIn = records.get(0).keptAs() == null ? Set.of() : Set.of(Records.SOURCE_FIELD);
            List<String> marks = new ArrayList<>();
            account.traces(new TraceRequest(kind, records.get(0).mapping(), keptIn, start, records))
                    .forEach(trace -> marks.add(trace.mark()));
            assertThat(marks)
                    .containsExactlyInAnyOrderElementsOf(
                            records.stream().map(TargetRecord::mark).toList());
        }
    }

    private static boolean isLost(Account account, TargetRecord record) {
        try {
            account.create(record);
            return false;
        } catch (InDoubt lost) {
            return true;
        }
    }

    private static List<TargetRecord> records(Account account, String kind) {
        if (Set.of("person", "organization", "deal", "product").contains(kind)) {
            account.prepare(new SchemaItem.CustomField(kind, Records.SOURCE_FIELD, FieldType.TEXT, List.of()));
            String name = kind.equals("deal") ? "title" : "name";
            return several(key -> Records.kept(kind, key, Map.of(name, "Example"), Map.of()));
        }
        TargetId person = made(account, "person", "name");
        TargetId deal = made(account, "deal", "title");
        return switch (kind) {
            case "activity" -> several(Records::visit);
            case "note" -> several(key -> plain(kind, key, Map.of("content", "Same text", "person", person)));
            case "lead" -> several(key -> plain(kind, key, Map.of("title", "Example", "person", person)));
            case "deal-participant" ->
                several(key -> plain(kind, key, Map.of("deal", deal, "person", made(account, "person", "name"))));
            case "organization-relationship" -> {
                TargetId from = made(account, "organization", "name");
                yield several(key -> plain(
                        kind,
                        key,
                        Map.of("type", "parent", "from", from, "to", made(account, "organization", "name"))));
            }
            default -> {
                TargetId product = made(account, "product", "name");
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("product", product);
                line.put("item_price", BigDecimal.ONE);
                line.put("quantity", BigDecimal.ONE);
                yield several(key -> Records.lines(key, Map.of("deal", deal), List.of(line, line)));
            }
        };
    }

    private static TargetId made(Account account, String kind, String name) {
        return account.create(Records.plain("m", kind, "m", Map.of(name, "Example")))
                .id();
    }

    private static TargetRecord plain(String kind, String key, Map<String, Object> fields) {
        return Records.plain("x-to-" + kind, kind, key, fields);
    }

    private static List<TargetRecord> several(java.util.function.Function<String, TargetRecord> make) {
        return IntStream.range(0, RECORDS).mapToObj(i -> make.apply("k-" + i)).toList();
    }
}
