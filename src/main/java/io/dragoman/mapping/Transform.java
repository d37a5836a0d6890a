package io.dragoman.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A named change of values that mappings can ask for. Implementations hold no state of their own.
 *
 * <p>A value is text, {@code BigDecimal}, {@code Boolean}, {@code LocalDate}, {@code LocalTime}, {@code Instant},
 * {@code Money}, a map of texts (one gathered child), or a list of these in which null stands for nothing.
 */
public interface Transform {
    /** Name, documentation and samples; the same every time. */
    Description description();

    /**
     * Reads the argument once, so that applying it costs nothing more.
     *
     * @throws BadArgument when the transform does not take this argument
     */
    Prepared prepare(Argument argument, Surroundings surroundings);

    /** A transform with its argument. Safe for use by several threads. */
    @FunctionalInterface
    interface Prepared {
        /**
         * Changes one value.
         *
         * @param value null stands for nothing
         * @return null for nothing
         * @throws ValueProblem when this value cannot be changed; the record is set aside
         */
        @Nullable
        Object apply(@Nullable Object value, Notes notes);
    }

    /** Hears of changes that a report must count although the record travels, such as a text that was cut. */
    @FunctionalInterface
    interface Notes {
        void noted(String code);

        /**
         * A value that the mapping lists nowhere is let through, or left out.
         *
         * @throws ValueProblem when nobody could know that such values occur
         */
        default void unlisted(Object value) {}
    }
}
