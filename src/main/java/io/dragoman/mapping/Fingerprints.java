package io.dragoman.mapping;

import io.dragoman.model.Mapping;
import io.dragoman.model.Policy;
import io.dragoman.model.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a record, its mapping or the policy changed since it was last written, without keeping any of it: an
 * HMAC-SHA256 under a key of the migration, so that nobody without the key can try out values. Safe for several threads.
 */
public final class Fingerprints {
    private final Mac keyed;

    /** @param key of the migration, kept secret */
    public Fingerprints(byte[] key) {
        try {
            keyed = Mac.getInstance("HmacSHA256");
            keyed.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** 64 hexadecimal digits; the row's number in the source does not count, the order of gathered children does. */
    public String of(SourceRecord record, Mapping mapping, Policy policy) {
        StringBuilder canonical = new StringBuilder(256);
        add(canonical, record.object());
        add(canonical, record.key());
        add(canonical, record.joins() == null ? "" : record.joins());
        add(canonical, mapping.hash());
        add(canonical, policy.mode() + " " + new TreeSet<>(policy.allow()));
        addMap(canonical, record.fields());
        byte[] digest = mac().doFinal(canonical.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private Mac mac() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HmacSHA256 can be cloned", e);
        }
    }

    private static void addMap(StringBuilder canonical, Map<?, ?> fields) {
        Map<String, Object> sorted = new TreeMap<>();
        fields.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        sorted.forEach((name, value) -> {
            add(canonical, name);
            if (value instanceof List<?> children) {
                canonical.append('[').append(children.size()).append(';');
                children.forEach(child -> addMap(canonical, (Map<?, ?>) child));
            } else {
                add(canonical, PlainText.of(value));
            }
        });
        canonical.append('.');
    }

    /** Lengths keep neighbours apart: {@code ab,c} and {@code a,bc} differ. */
    private static void add(StringBuilder canonical, String text) {
        canonical.append(text.length()).append(':').append(text);
    }
}
