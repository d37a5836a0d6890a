package io.dragoman.inventory;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Business with third parties, and how much of it is still open.
 *
 * @param open rows whose status is none that the layout calls done
 * @param amount of the open ones; empty when the layout names none, or so few are open that it would be somebody's
 * @param since oldest date among the open ones; empty for the same reasons
 */
public record OpenCount(String object, long rows, long open, Optional<BigDecimal> amount, Optional<String> since) {}
