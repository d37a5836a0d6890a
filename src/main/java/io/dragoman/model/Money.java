package io.dragoman.model;

import java.math.BigDecimal;

/** An amount in an ISO 4217 currency; the amount keeps its scale, never rounded silently. */
public record Money(BigDecimal amount, String currency) {}
