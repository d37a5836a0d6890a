package io.dragoman.run.sample;

/**
 * A record that another one is linked to, or joins.
 *
 * @param required whether the other one is set aside without it; else its link stays empty
 */
public record Need(String mapping, String key, boolean required) {}
