package io.dragoman.mapping.transforms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.dragoman.mapping.Argument;
import io.dragoman.mapping.BadArgument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import org.jspecify.annotations.Nullable;

/** Writes phone numbers the international way; libphonenumber reads them. */
final class Phone implements Transform {
    @Override
    public Description description() {
        return Description.of(
                        "phone",
                        "Writes a phone number in the international form (E.164), with an extension as \" ext. 12\";"
                                + " a number that cannot be one is refused.")
                .withArgument("country of numbers without country code (the migration's), two letters; if-invalid")
                .withKeys("region", Each.IF_INVALID)
                .sample("(918) 555-0130", "+19185550130")
                .sample("US", "918.555.0130 x12", "+19185550130 ext. 12")
                .sample("GB", "020 7946 0018", "+442079460018")
                .sample("+44 20 7946 0018", "+442079460018")
                .problem(null, "call his wife", "not-a-phone")
                .problem(null, "555-0130", "not-a-phone");
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        String region = Each.region(argument.text("region", surroundings.region()));
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        int countryCode = phones.getCountryCodeForRegion(region);
        if (countryCode == 0) {
            throw new BadArgument("takes the code of a country that has phones");
        }
        return Each.checked(argument, text -> {
            String plain = countryCode == 1 ? northAmerican(text) : null;
            return plain == null ? international(phones, text, region) : plain;
        });
    }

    private static String international(PhoneNumberUtil phones, String text, String region) {
        try {
            PhoneNumber number = phones.parse(text, region);
            if (phones.isPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE) {
                String e164 = phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
                return number.hasExtension() ? e164 + " ext. " + number.getExtension() : e164;
            }
        } catch (NumberParseException e) {
            // Fails the same way as a number of impossible length.
        }
        throw new ValueProblem(
                "not-a-phone", text, "that cannot be a phone number. Mend it at the source, or set if-invalid.");
    }

    /**
     * The plain forms of the North American plan, ten digits or eleven with a leading 1 and the usual signs, which are
     * nearly all numbers of a practice and need no library; null for anything else.
     */
    private static @Nullable String northAmerican(String text) {
        StringBuilder digits = new StringBuilder(13);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (" ().-".indexOf(c) < 0 && !(c == '+' && i == 0 && text.startsWith("+1"))) {
                return null;
            }
        }
        if (digits.length() == 10 && !text.startsWith("+")) {
            digits.insert(0, '1');
        }
        boolean plain = digits.length() == 11 && digits.charAt(0) == '1' && digits.charAt(1) >= '2';
        return plain ? "+" + digits : null;
    }
}
