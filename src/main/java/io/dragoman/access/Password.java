package io.dragoman.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as a file may hold it: PBKDF2 with HMAC-SHA-256, as {@code pbkdf2-sha256$ROUNDS$SALT$HASH}. Checking one takes a good part of a
 * second of a processor, on purpose. Thread-safe.
 */
public final class Password {
    /** What OWASP's cheat sheet on storing passwords asks of this function (read November 2026). */
    public static final int ROUNDS = 600_000;

    /** So many rounds would keep a processor busy for a minute. */
    private static final int MOST_ROUNDS = 20_000_000;

    private static final int SALT = 16;
    private static final int HASH_BITS = 256;
    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha256\\$([0-9]{1,8})\\$([A-Za-z0-9+/=]{16,88})\\$([A-Za-z0-9+/=]{44})");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Compared with where nobody has the name, so that the time of an answer tells nothing about names. */
    private static final Password NOBODY = new Password(ROUNDS, new byte[SALT], new byte[HASH_BITS / Byte.SIZE]);

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private Password(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hides a password. The caller wipes the array. */
    public static String hidden(char[] password) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return "pbkdf2-sha256$" + ROUNDS + "$" + text(salt) + "$" + text(derived(password, salt, ROUNDS));
    }

    /** @throws IllegalArgumentException when it is no hidden password, or one with too few rounds; the message says which */
    static Password of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("it is no hidden password. Make one with `dragoman user NAME`.");
        }
        int rounds = Integer.parseInt(parts.group(1));
        if (rounds < ROUNDS || rounds > MOST_ROUNDS) {
            throw new IllegalArgumentException("its password has " + rounds + " rounds, and " + ROUNDS
                    + " are the least. Make it anew with `dragoman user NAME`.");
        }
        return new Password(rounds, bytes(parts.group(2)), bytes(parts.group(3)));
    }

    static Password ofNobody() {
        return NOBODY;
    }

    boolean is(char[] typed) {
        return MessageDigest.isEqual(derived(typed, salt, rounds), hash);
    }

    private static byte[] derived(char[] password, byte[] salt, int rounds) {
        PBEKeySpec key = new PBEKeySpec(password, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            key.clearPassword();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
