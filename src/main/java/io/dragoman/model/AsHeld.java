package io.dragoman.model;

/**
 * A value in the target's own form: given out by its adapter, kept for the way back, and taken back by the adapter as it is.
 *
 * @param form as the target writes it; nobody but the adapter reads it
 * @param text what people see of it, options by their labels; empty when it has no text
 */
public record AsHeld(String form, String text) {}
