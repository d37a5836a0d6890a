package io.dragoman.duplicates;

import io.dragoman.duplicates.Chances.Chance;
import io.dragoman.model.HumanFact;
import io.dragoman.model.PhiClass;
import io.dragoman.privacy.Mask;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs two rows fact by fact: are they one human, two of one household, or strangers? After Fellegi and Sunter, "A Theory for
 * Record Linkage", 1969, with the household as a third answer.
 */
final class Weighing {
    /** More than this needs a first name and a birthday that agree: what families share proves nobody. */
    private static final double UNPROVEN = 0.985;

    /** Rows of the same human elsewhere, and other members of the household, that a row has before anything is compared. */
    private static final double TWICE_EACH = 0.1;

    private static final double HOUSEHOLD_EACH = 1.5;
    private static final int FEW = 50;

    private final Frequencies frequencies;

    Weighing(Frequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** What one fact adds to each of the three answers, as natural logarithms. */
    private record Share(HumanFact fact, Agreement agreement, double human, double household, double stranger) {}

    /**
     * What is held of a pair.
     *
     * @param household rather members of one household than strangers, if not one human
     */
    private record Verdict(double human, double household, boolean isHousehold) {}

    /** Probability that the two are one human. */
    double probability(Profile left, Profile right) {
        Map<HumanFact, Agreement> agreements = agreements(left, right);
        return verdict(agreements, shares(agreements, left, right)).human();
    }

    /** The same, with all that speaks for it and against it. */
    Likeness likeness(Profile left, Profile right) {
        Map<HumanFact, Agreement> agreements = agreements(left, right);
        List<Share> shares = shares(agreements, left, right);
        Verdict verdict = verdict(agreements, shares);
        return new Likeness(
                left.human().key(),
                left.human().row(),
                right.human().key(),
                right.human().row(),
                verdict.human(),
                verdict.household(),
                evidence(shares, verdict.isHousehold(), left, right));
    }

    private Verdict verdict(Map<HumanFact, Agreement> agreements, List<Share> shares) {
        double among = Math.max(FEW, frequencies.humans());
        double human = Math.log(TWICE_EACH / among);
        double household = Math.log(HOUSEHOLD_EACH / among);
        double stranger = 0;
        for (Share share : shares) {
            human += share.human();
            household += share.household();
            stranger += share.stranger();
        }
        double top = Math.max(human, Math.max(household, stranger));
        double all = Math.exp(human - top) + Math.exp(household - top) + Math.exp(stranger - top);
        double probability = Math.exp(human - top) / all;
        return new Verdict(
                isProven(agreements) ? probability : Math.min(probability, UNPROVEN),
                Math.exp(household - top) / all,
                household > stranger);
    }

    private Map<HumanFact, Agreement> agreements(Profile left, Profile right) {
        Map<HumanFact, Agreement> agreements = new EnumMap<>(HumanFact.class);
        agreements.put(HumanFact.FIRST_NAME, first(left, right));
        agreements.put(HumanFact.MIDDLE_NAME, NameLook.middle(left, right));
        agreements.put(HumanFact.LAST_NAME, NameLook.last(left, right));
        agreements.put(HumanFact.SUFFIX, NameLook.suffix(left, right));
        agreements.put(HumanFact.BORN, LifeLook.born(left, right));
        agreements.put(HumanFact.GENDER, LifeLook.gender(left, right));
        agreements.put(HumanFact.EMAILS, LifeLook.email(left, right));
        agreements.put(HumanFact.PHONES, LifeLook.phone(left, right));
        agreements.put(HumanFact.ADDRESS, Home.compared(left.home(), right.home()));
        agreements.values().removeIf(agreement -> agreement == Agreement.SILENT);
        return agreements;
    }

    /** Jayden and Hayden may be a slip, or twins. */
    private Agreement first(Profile left, Profile right) {
        Agreement first = NameLook.first(left, right);
        boolean isSlip = first == Agreement.NEARLY || first == Agreement.ALIKE;
        return isSlip && frequencies.isInUse(left.firstName()) && frequencies.isInUse(right.firstName())
                ? Agreement.IN_USE
                : first;
    }

    private static boolean isProven(Map<HumanFact, Agreement> agreements) {
        Agreement first = agreements.get(HumanFact.FIRST_NAME);
        boolean named = first == Agreement.SAME || first == Agreement.NICKNAME || first == Agreement.PART;
        return named
                && agreements.get(HumanFact.BORN) == Agreement.SAME
                && agreements.get(HumanFact.GENDER) != Agreement.OTHER
                && agreements.get(HumanFact.SUFFIX) != Agreement.OTHER;
    }

    private List<Share> shares(Map<HumanFact, Agreement> agreements, Profile left, Profile right) {
        boolean twins = agreements.get(HumanFact.BORN) == Agreement.SAME;
        List<Share> shares = new ArrayList<>();
        agreements.forEach((fact, agreement) -> {
            String table = twins && fact == HumanFact.FIRST_NAME ? Chances.TWINS : fact.word();
            Chance chance = Chances.of(table, agreement);
            double stranger =
                    Double.isNaN(chance.stranger()) ? frequencies.stranger(fact, left, right) : chance.stranger();
            shares.add(new Share(
                    fact, agreement, Math.log(chance.human()), Math.log(chance.household()), Math.log(stranger)));
        });
        return shares;
    }

    private static List<Evidence> evidence(List<Share> shares, boolean family, Profile left, Profile right) {
        return shares.stream()
                .map(share -> new Evidence(
                        share.fact(),
                        share.agreement(),
                        (share.human() - (family ? share.household() : share.stranger())) / Math.log(2),
                        form(left, share.fact()),
                        form(right, share.fact())))
                .toList();
    }

    private static String form(Profile profile, HumanFact fact) {
        return Mask.of(profile.human().first(fact), PhiClass.IDENTITY);
    }
}
