package io.dragoman.ledger;

import io.dragoman.model.Money;
import io.dragoman.model.Receipt;
import io.dragoman.model.TargetId;
import io.dragoman.model.TargetRecord;
import io.dragoman.model.TargetWrite;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records of invented people, as a mapping would make them. */
final class Invented {
    private Invented() {}

    /** A person with a value of every type. */
    static TargetRecord person(String key, String name) {
        return new TargetRecord(
                "patient-to-person",
                "person",
                key,
                "P-" + key,
                Map.of(
                        "name",
                        name,
                        "emails",
                        List.of("ada@example.org", "ada.home@example.org"),
                        "owner",
                        new TargetId("42")),
                Map.of(
                        "Missing_Email__c",
                        false,
                        "Birth_Date__c",
                        LocalDate.of(1815, 12, 10),
                        "Patient_Balance__c",
                        new Money(new BigDecimal("12.50"), "USD"),
                        "Weight__c",
                        new BigDecimal("1E+3"),
                        "Call_At__c",
                        LocalTime.of(9, 30),
                        "Original_Create_Date__c",
                        Instant.parse("2020-01-02T03:04:05.678Z")),
                List.of(new TargetRecord.Line(Map.of("quantity", new BigDecimal("2.00")), List.of())),
                List.of());
    }

    static TargetRecord person(String key) {
        return person(key, "Ada Example");
    }

    static TargetWrite create(String key) {
        return new TargetWrite(TargetWrite.Verb.CREATE, person(key), null, Set.of());
    }

    static TargetWrite update(String key, String id, String name) {
        return new TargetWrite(TargetWrite.Verb.UPDATE, person(key, name), new TargetId(id), Set.of("name"));
    }

    static TargetWrite delete(String key, String id) {
        return new TargetWrite(TargetWrite.Verb.DELETE, person(key), new TargetId(id), Set.of());
    }

    static Receipt receipt(String id) {
        return new Receipt(new TargetId(id), 5, Set.of());
    }
}
