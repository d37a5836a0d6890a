package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes states and provinces as their postal abbreviation. */
final class State implements Transform {
    private static final Map<String, Map<String, String>> BY_COUNTRY = Map.of(
            "US",
            table("AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,"
                    + "DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,"
                    + "KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,"
                    + "MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,"
                    + "NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,"
                    + "PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,"
                    + "VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,AS American Samoa,"
                    + "GU Guam,MP Northern Mariana Islands,PR Puerto Rico,VI Virgin Islands,AA Armed Forces Americas,"
                    + "AE Armed Forces Europe,AP Armed Forces Pacific"),
            "CA",
            table("AB Alberta,BC British Columbia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,"
                    + "NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,"
                    + "SK Saskatchewan,YT Yukon"),
            "AU",
            table("ACT Australian Capital Territory,NSW New South Wales,NT Northern Territory,QLD Queensland,"
                    + "SA South Australia,TAS Tasmania,VIC Victoria,WA Western Australia"));

    @Override
    public Description description() {
        return Description.of(
                        "state",
                        "Writes a state, by name or abbreviation, as its postal abbreviation; knows the United States, Canada"
                                + " and Australia, and leaves the states of other countries alone.")
                .withArgument("country of the states (the migration's region), two letters; if-invalid")
                .withKeys("country", Each.IF_INVALID)
                .sample("Oklahoma", "OK")
                .sample("ok", "OK")
                .sample("CA", "Ontario", "ON")
                .sample("NZ", "Otago", "Otago")
                .problem(null, "Oklahona", "unknown-state");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        String country = Each.region(argument.text("country", surroundings.region()));
        Map<String, String> states = BY_COUNTRY.getOrDefault(country, Map.of());
        return Each.checked(argument, text -> {
            String state =
                    states.get(CollapseSpace.collapse(text).replace(".", "").toLowerCase(Locale.ROOT));
            if (state == null && !states.isEmpty()) {
                throw new ValueProblem("unknown-state", text, "that is no state of " + country + ".");
            }
            return state == null ? text : state;
        });
    }

    private static Map<String, String> table(String lines) {
        Map<String, String> states = new HashMap<>();
        for (String line : lines.split(",", -1)) {
            String code = line.substring(0, line.indexOf(' '));
            states.put(code.toLowerCase(Locale.ROOT), code);
            states.put(line.substring(code.length() + 1).toLowerCase(Locale.ROOT), code);
        }
        return Map.copyOf(states);
    }
}
