package io.dragoman.sandbox;

/** Numbers that look random but depend on a seed and a position alone, whatever the threads do. */
final class Mix {
    private Mix() {}

    static long bits(long seed, long position) {
        long z = seed + position * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 inclusive to 1 exclusive. */
    static double unit(long seed, long position) {
        return (bits(bits(seed, 1), position) >>> 11) * 0x1.0p-53;
    }

    /** A 40-character hexadecimal code, as account-specific field keys are. */
    static String code(long seed, long position) {
        StringBuilder code = new StringBuilder(48);
        for (int part = 1; part <= 3; part++) {
            String hex = Long.toHexString(bits(seed + part, position));
            code.append("0".repeat(16 - hex.length())).append(hex);
        }
        return code.substring(0, 40);
    }
}
