package io.dragoman.inventory;

import io.dragoman.staging.Census;
import io.dragoman.staging.Topic;
import io.dragoman.staging.Walk;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Walks over the humans of an object once and counts how they can be reached. For one thread. */
final class People {
    private static final int OLDEST = 120;
    private static final int DAY = 10;

    private final Judgement judgement;
    private final List<String> emails;
    private final List<String> phones;
    private final List<String> born;
    private long people;
    private long noEmail;
    private long badEmail;
    private long noPhone;
    private long badPhone;
    private long unreachable;
    private long noBirth;
    private long oddBirth;

    private People(Topic topic, Judgement judgement) {
        this.judgement = judgement;
        this.emails = topic.columns("emails");
        this.phones = topic.columns("phones");
        this.born = topic.columns("born");
    }

    static PeopleCount of(Census census, Topic topic, Judgement judgement, AtomicLong walked) {
        People count = new People(topic, judgement);
        try (Walk walk = census.walk(topic.object(), count.columns())) {
            while (walk.hasNext()) {
                count.add(walk.next().cells());
                walked.incrementAndGet();
            }
        }
        long shared = count.emails.isEmpty() ? 0 : census.sharing(topic.object(), count.emails.get(0));
        return count.result(topic.object(), shared);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(emails);
        columns.addAll(phones);
        columns.addAll(born);
        return columns;
    }

    private void add(List<Optional<String>> cells) {
        people++;
        int sound = 0;
        if (!emails.isEmpty()) {
            List<String> given = given(cells, 0, emails.size());
            long good = good(given, judgement.email());
            noEmail += given.isEmpty() ? 1 : 0;
            badEmail += !given.isEmpty() && good == 0 ? 1 : 0;
            sound += good > 0 ? 1 : 0;
        }
        if (!phones.isEmpty()) {
            List<String> given = given(cells, emails.size(), phones.size());
            long good = good(given, judgement.phone());
            noPhone += given.isEmpty() ? 1 : 0;
            badPhone += given.size() - good;
            sound += good > 0 ? 1 : 0;
        }
        unreachable += sound == 0 ? 1 : 0;
        if (!born.isEmpty()) {
            birth(cells.get(emails.size() + phones.size()));
        }
    }

    private static List<String> given(List<Optional<String>> cells, int from, int count) {
        return cells.subList(from, from + count).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static long good(List<String> given, Predicate<String> sound) {
        return given.stream().filter(sound).count();
    }

    /** A day that no calendar has is told with the cells that are wrong. */
    private void birth(Optional<String> text) {
        if (text.isEmpty()) {
            noBirth++;
            return;
        }
        try {
            LocalDate day = LocalDate.parse(
                    text.get().substring(0, Math.min(DAY, text.get().length())));
            boolean odd = day.isAfter(judgement.today())
                    || day.isBefore(judgement.today().minusYears(OLDEST));
            oddBirth += odd ? 1 : 0;
        } catch (DateTimeException noDay) {
            return;
        }
    }

    private PeopleCount result(String object, long shared) {
        return new PeopleCount(
                object, people, noEmail, badEmail, shared, noPhone, badPhone, unreachable, noBirth, oddBirth);
    }
}
