package io.dragoman.inventory;

import java.util.List;
import java.util.Map;

/**
 * How many files an object names, and how large they are.
 *
 * @param travel whether they are sent; images never are
 * @param files rows
 * @param bytes of all whose size is known
 * @param unknown files of unknown size
 * @param bySize files up to each of {@link #LIMITS}, and beyond the last
 * @param tooLarge for the account
 * @param troubles files by code of what keeps them from being read
 * @param noDigest files whose digest the source does not give
 * @param noPlace images without the address of an archive
 */
public record FileCount(
        String object,
        boolean travel,
        long files,
        long bytes,
        long unknown,
        List<Long> bySize,
        long tooLarge,
        Map<String, Long> troubles,
        long noDigest,
        long noPlace) {
    private static final long MEGABYTE = 1_000_000;

    /** Bytes between which files are told apart; archives and accounts commonly ask about the last two. */
    public static final List<Long> LIMITS = List.of(MEGABYTE, 10 * MEGABYTE, 25 * MEGABYTE, 50 * MEGABYTE);

    /** Files that are there and that something keeps from being sent. */
    public long held() {
        return tooLarge + troubles.values().stream().mapToLong(Long::longValue).sum();
    }
}
