package io.dragoman.inventory;

import java.util.regex.Pattern;

/** Tells whether a text holds something by which somebody could be known: an address, a number to call, a social security number. */
final class Identifiers {
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.-]{1,63}");
    private static final Pattern SOCIAL_SECURITY = Pattern.compile("(?<!\\d)\\d{3}-\\d\\d-\\d{4}(?!\\d)");
    private static final Pattern PHONE = Pattern.compile("(?<!\\d)\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}(?!\\d)");

    private Identifiers() {}

    static boolean in(String text) {
        return (text.indexOf('@') > 0 && EMAIL.matcher(text).find())
                || SOCIAL_SECURITY.matcher(text).find()
                || PHONE.matcher(text).find();
    }
}
