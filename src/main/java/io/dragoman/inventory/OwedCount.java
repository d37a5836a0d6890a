package io.dragoman.inventory;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is owed to the practice, and what it owes.
 *
 * @param owing rows whose amounts add up to more than nothing
 * @param credit rows whose amounts add up to less
 * @param total of all rows; empty when so few have an amount that it would be somebody's
 */
public record OwedCount(String object, long rows, long owing, long credit, Optional<BigDecimal> total) {}
