package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that seals what a ledger may not hold in plain text. It lies in a file outside the database: whoever has
 * only the database can read none of it. Two keys are derived from it, one to seal (AES-256-GCM) and one for digests
 * (HMAC-SHA-256). Safe for use by several threads.
 */
public final class SealKey {
    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String MARK = "s1.";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec sealing;
    private final SecretKeySpec digesting;

    SealKey(byte[] secret) {
        sealing = new SecretKeySpec(
                mac(new SecretKeySpec(secret, "HmacSHA256"), "dragoman seal 1".getBytes(UTF_8)), "AES");
        digesting = new SecretKeySpec(
                mac(new SecretKeySpec(secret, "HmacSHA256"), "dragoman digest 1".getBytes(UTF_8)), "HmacSHA256");
    }

    /**
     * The key kept in this file: 32 bytes as hexadecimal text. A file that does not exist is made, readable by its owner
     * only, and is on disk before this returns.
     *
     * @throws RunProblem {@code seal-key-unreadable} when the file cannot be read, made or understood
     */
    public static SealKey at(Path file) {
        try {
            byte[] secret = HexFormat.of().parseHex(KeyFile.readOrMake(file, SealKey::secret));
            if (secret.length == BYTES) {
                return new SealKey(secret);
            }
            throw new IOException("not " + BYTES + " bytes");
        } catch (IOException | IllegalArgumentException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "seal-key-unreadable",
                            file.toString(),
                            "The file of the sealing key cannot be read, made or understood. Check its rights, or put it back"
                                    + " from where it is kept; a new key cannot open what the old one sealed."),
                    e);
        }
    }

    private static String secret() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /** Seals bytes; the same bytes give another text each time. */
    public String seal(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, 0).doFinal(plain);
            byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, both, NONCE, sealed.length);
            return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    /**
     * The bytes that were sealed.
     *
     * @throws RunProblem {@code seal-key-wrong} when another key sealed them or they were changed since
     */
    public byte[] open(String sealed) {
        try {
            if (!sealed.startsWith(MARK)) {
                throw new AEADBadTagException();
            }
            byte[] both = Base64.getUrlDecoder().decode(sealed.substring(MARK.length()));
            return cipher(Cipher.DECRYPT_MODE, both, 0).doFinal(both, NONCE, both.length - NONCE);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw wrong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing from this Java", e);
        }
    }

    /** A digest of the text that only this key can make: 64 hexadecimal digits. */
    public String hmac(String text) {
        return HexFormat.of().formatHex(mac(digesting, text.getBytes(UTF_8)));
    }

    /** A key of its own for one purpose, such as fingerprints, which tells nothing of this one. */
    public byte[] derive(String purpose) {
        return mac(digesting, ("derive " + purpose).getBytes(UTF_8));
    }

    static RunProblem wrong() {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "seal-key-wrong",
                        "",
                        "The sealing key does not open what this ledger holds. Put back the key file the ledger was made with,"
                                + " or name another ledger."));
    }

    private Cipher cipher(int mode, byte[] nonce, int from) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce, from, NONCE));
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing from this Java", e);
        }
    }
}
