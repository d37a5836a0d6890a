package io.dragoman.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A pair of keys with which a migration signs what it hands on, so that others can check it without any secret of ours. The private half
 * lies in a file beside the seal key; the public half travels with what was signed. Ed25519. Safe for use by several threads.
 */
public final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int SHOWN = 16;

    private final PrivateKey secret;
    private final String publicKey;

    private SigningKey(PrivateKey secret, String publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /**
     * The pair kept in this file: one line each for the private and the public half, in base64. A file that does not exist is made,
     * readable by its owner only, and is on disk before this returns.
     *
     * @throws RunProblem {@code sign-key-unreadable} when the file cannot be read, made or understood
     */
    public static SigningKey at(Path file) {
        try {
            String[] halves = KeyFile.readOrMake(file, SigningKey::pair).split("\n", -1);
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(halves[0])));
            SigningKey key = new SigningKey(secret, halves[halves.length - 1]);
            if (verify(key.publicKey(), ALGORITHM, key.sign(ALGORITHM))) {
                return key;
            }
            throw new IOException("the two halves do not belong together");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new RunProblem(
                    RunProblem.Ending.FAILED,
                    new Problem(
                            "sign-key-unreadable",
                            file.toString(),
                            "The file of the signing key cannot be read, made or understood. Check its rights, or put it back"
                                    + " from where it is kept; what a new key signs, others cannot hold against the old one."),
                    e);
        }
    }

    private static String pair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                    + base64.encodeToString(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 has Ed25519", e);
        }
    }

    /** The public half, as X.509 in base64: what others need to check a signature. */
    public String publicKey() {
        return publicKey;
    }

    /** The signature under a text, in base64; the same text gives the same one. */
    public String sign(String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 has Ed25519", e);
        }
    }

    /** Whether the owner of this key signed exactly this text; a key or signature that is none says no. */
    public static boolean verify(String publicKey, String text, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))));
            check.update(text.getBytes(UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** A short name of a public key, which people can compare by eye: hexadecimal digits in groups of four. */
    public static String fingerprint(String publicKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(publicKey.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHOWN).replaceAll("(.{4})(?=.)", "$1-");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
