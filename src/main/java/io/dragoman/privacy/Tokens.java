package io.dragoman.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens that stand for values: the same values give the same token within a migration, and nobody without its key
 * can tell which, or try values out. Safe for several threads.
 */
public final class Tokens {
    private static final int BYTES = 10;
    private final Mac keyed;

    /** @param key the migration's seal key, kept secret */
    public Tokens(byte[] key) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** A token such as {@code id-0123456789abcdef0123}. */
    String text(List<String> values) {
        Mac mac = mac();
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            mac.update(bytes);
        }
        return "id-" + HexFormat.of().formatHex(mac.doFinal(), 0, BYTES);
    }

    /** A token in the form of an e-mail address that can belong to nobody. */
    String email(List<String> values) {
        return text(values) + "@pseudonym.invalid";
    }

    private Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
        }
    }
}
