package io.dragoman.duplicates;

import io.dragoman.model.Human;
import io.dragoman.model.HumanFact;
import io.dragoman.model.Humans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Invented households as a front desk writes them down: couples, children with a parent's telephone and e-mail, twins with
 * names that look alike, fathers and sons of one name; and some of the people a second time, with errors of typing.
 */
final class Town {
    private static final List<String> FIRST = List.of(
            "james",
            "mary",
            "robert",
            "patricia",
            "john",
            "jennifer",
            "michael",
            "linda",
            "david",
            "elizabeth",
            "william",
            "barbara",
            "richard",
            "susan",
            "joseph",
            "jessica",
            "thomas",
            "karen",
            "carlos",
            "sofia",
            "wei",
            "priya",
            "omar",
            "fatima",
            "ivan",
            "olga",
            "kenji",
            "yuki",
            "ahmed",
            "leila",
            "lucas",
            "emma",
            "noah",
            "olivia",
            "liam",
            "ava",
            "ethan",
            "mia",
            "mason",
            "chloe",
            "logan",
            "grace",
            "jacob",
            "hannah",
            "samuel",
            "nora",
            "daniel",
            "ruth",
            "marcus",
            "tanya",
            "victor",
            "irene",
            "hugo",
            "clara",
            "felix",
            "ingrid",
            "oscar",
            "paula",
            "simon",
            "wendy");
    private static final List<List<String>> TWINS = List.of(
            List.of("jayden", "hayden"),
            List.of("marie", "maria"),
            List.of("erik", "erika"),
            List.of("dana", "dara"),
            List.of("kayla", "kaylie"),
            List.of("jonah", "noah"),
            List.of("ella", "bella"),
            List.of("tim", "tom"));
    private static final List<String> SYLLABLES = List.of(
            "mar", "ton", "fel", "berg", "ross", "kin", "dal", "ham", "wil", "son", "ros", "ford", "lin", "gar", "cia",
            "lop", "ez", "hen", "der", "sen", "pat", "els", "wood", "stein", "ville", "man");
    private static final List<String> COMMON = List.of("smith", "johnson", "garcia", "brown", "nguyen", "lee", "davis");
    private static final List<String> STREETS = List.of(
            "Mill Street", "Oak Avenue", "Plant Road", "Lake Drive", "Second Street", "Hill Court", "River Lane");

    private final Random random;
    private final List<Human> rows = new ArrayList<>();
    private final Map<String, Integer> whose = new HashMap<>();
    private int people;

    Town(long seed) {
        this.random = new Random(seed);
    }

    /** A town of about this many rows; one in twelve people is there twice. */
    static Town of(int size, long seed) {
        Town town = new Town(seed);
        while (town.rows.size() < size) {
            town.household();
        }
        Collections.shuffle(town.rows, town.random);
        List<Human> numbered = new ArrayList<>();
        for (Human row : town.rows) {
            numbered.add(new Human(row.key(), numbered.size() + 1L, row.facts()));
        }
        town.rows.clear();
        town.rows.addAll(numbered);
        return town;
    }

    Humans humans() {
        return new ListedHumans(rows);
    }

    int size() {
        return rows.size();
    }

    boolean isSame(Likeness pair) {
        return Objects.equals(whose.get(pair.left()), whose.get(pair.right()));
    }

    /** Pairs of rows that are one human. */
    long truePairs() {
        return (long) whose.size() - people;
    }

    private void household() {
        String last = random.nextInt(5) == 0 ? pick(COMMON) : pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
        Map<HumanFact, String> home = new EnumMap<>(HumanFact.class);
        home.put(HumanFact.LAST_NAME, last);
        home.put(HumanFact.ADDRESS, street() + ";OK;" + (74100 + random.nextInt(40)));
        home.put(HumanFact.PHONES, phone());
        LocalDate parentBorn = LocalDate.of(1945, 1, 1).plusDays(random.nextInt(18_000));
        String father = pick(FIRST);
        String shared = mail(father, last);
        person(home, father, parentBorn, "male", shared);
        if (random.nextInt(3) > 0) {
            String mother = pick(FIRST);
            person(home, mother, parentBorn.plusDays(random.nextInt(3000) - 1500), "female", mail(mother, last));
        }
        int children = random.nextInt(4);
        for (int i = 0; i < children; i++) {
            String name = random.nextInt(8) == 0 ? father : pick(FIRST);
            person(home, name, parentBorn.plusYears(25).plusDays(400L * i + random.nextInt(300)), sex(), shared);
        }
        if (random.nextInt(30) == 0) {
            LocalDate born = parentBorn.plusYears(30).plusDays(random.nextInt(2000));
            List<String> twins = pick(TWINS);
            person(home, twins.get(0), born, sex(), shared);
            person(home, twins.get(1), born, sex(), shared);
        }
    }

    private void person(Map<HumanFact, String> home, String first, LocalDate born, String sex, String email) {
        Map<HumanFact, String> facts = new EnumMap<>(home);
        facts.put(HumanFact.FIRST_NAME, first);
        facts.put(HumanFact.BORN, born.toString());
        facts.put(HumanFact.GENDER, sex);
        facts.put(HumanFact.EMAILS, email);
        facts.put(HumanFact.MIDDLE_NAME, String.valueOf((char) ('a' + random.nextInt(26))));
        write(facts);
        if (random.nextInt(12) == 0) {
            Map<HumanFact, String> again = new EnumMap<>(facts);
            List<Integer> errors = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6));
            Collections.shuffle(errors, random);
            errors.subList(0, 1 + random.nextInt(3)).forEach(error -> err(again, error));
            write(again);
        }
        people++;
    }

    private void write(Map<HumanFact, String> facts) {
        Map<HumanFact, List<String>> told = new EnumMap<>(HumanFact.class);
        facts.forEach((fact, value) -> {
            if (random.nextInt(100) >= emptyPercent(fact)) {
                told.put(fact, List.of(value.split(";")));
            }
        });
        String key = "p" + whose.size();
        whose.put(key, people);
        rows.add(new Human(key, rows.size() + 1L, told));
    }

    private static int emptyPercent(HumanFact fact) {
        return switch (fact) {
            case FIRST_NAME, LAST_NAME -> 0;
            case BORN -> 4;
            case GENDER, ADDRESS, PHONES -> 8;
            case EMAILS -> 25;
            default -> 60;
        };
    }

    private void err(Map<HumanFact, String> facts, int error) {
        switch (error) {
            case 0 -> facts.computeIfPresent(HumanFact.FIRST_NAME, (fact, name) -> slip(name));
            case 1 -> facts.computeIfPresent(HumanFact.LAST_NAME, (fact, name) -> slip(name));
            case 2 -> facts.computeIfPresent(HumanFact.FIRST_NAME, (fact, name) -> shortForm(name));
            case 3 -> facts.computeIfPresent(HumanFact.BORN, (fact, day) -> otherDay(day));
            case 4 -> facts.put(HumanFact.PHONES, phone());
            case 5 ->
                facts.computeIfPresent(HumanFact.ADDRESS, (fact, home) -> street() + home.substring(home.indexOf(';')));
            default ->
                facts.computeIfPresent(
                        HumanFact.EMAILS,
                        (fact, mail) ->
                                random.nextBoolean() ? slip(mail) : "new" + random.nextInt(100_000) + "@example.com");
        }
    }

    /** A letter left out, doubled, changed or swapped with its neighbour; seldom the first. */
    private String slip(String text) {
        int at = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(text.length() - 2);
        String before = text.substring(0, at);
        char letter = text.charAt(at);
        String after = text.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + letter + letter + after;
            case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
            default -> before + after.charAt(0) + letter + after.substring(1);
        };
    }

    private String shortForm(String name) {
        return switch (name) {
            case "robert" -> "bob";
            case "william" -> "bill";
            case "elizabeth" -> "liz";
            case "michael" -> "mike";
            case "james" -> "jim";
            case "patricia" -> "pat";
            default -> name;
        };
    }

    /** Day and month swapped, or another day of the month. */
    private String otherDay(String day) {
        LocalDate born = LocalDate.parse(day);
        return born.getDayOfMonth() <= 12 && random.nextBoolean()
                ? LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue())
                        .toString()
                : born.withDayOfMonth(1 + random.nextInt(28)).toString();
    }

    private String mail(String first, String last) {
        return first + "." + last + random.nextInt(100) + "@example.com";
    }

    private String street() {
        return (1 + random.nextInt(400)) + " " + pick(STREETS);
    }

    private String phone() {
        return "(918) 555-" + (1000 + random.nextInt(9000)) + " " + random.nextInt(10);
    }

    private String sex() {
        return random.nextBoolean() ? "male" : "female";
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
