package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes countries as their two-letter code; the JDK's table of ISO 3166 knows them. */
final class Country implements Transform {
    private static final Map<String, String> CODES = codes();

    @Override
    public Description description() {
        return Description.of(
                        "country", "Writes a country, by English name or code, as its two-letter code (ISO 3166).")
                .withArgument("none, or if-invalid")
                .withKeys("", Each.IF_INVALID)
                .sample("United States", "US")
                .sample("usa", "US")
                .sample("UK", "GB")
                .problem(null, "Atlantis", "unknown-country");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.map();
        return Each.checked(argument, text -> {
            String code = CODES.get(CollapseSpace.collapse(text).toLowerCase(Locale.ROOT));
            if (code == null) {
                throw new ValueProblem("unknown-country", text, "that is no country's English name or code.");
            }
            return code;
        });
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            codes.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        codes.put("united states of america", "US");
        codes.put("great britain", "GB");
        codes.put("england", "GB");
        codes.put("uk", "GB");
        return Map.copyOf(codes);
    }
}
