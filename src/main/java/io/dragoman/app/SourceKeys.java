package io.dragoman.app;

import io.dragoman.ledger.SealKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes keys for rows of an export that has none. Keys stand in the ledger, in reports and in the account, so they show nothing of
 * the names they are made of, and nobody without the migration's seal key can try names out. For one thread.
 */
final class SourceKeys {
    private static final int DIGITS = 20;

    private final Mac keyed;

    SourceKeys(SealKey seal) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(seal.derive("source keys"), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** The same 20 hexadecimal digits for the same text. */
    String of(String text) {
        return HexFormat.of()
                .formatHex(keyed.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, DIGITS);
    }
}
