package io.dragoman.sandbox;

/**
 * A user of the stand-in account.
 *
 * @param id positive, as it appears in {@code owner_id}
 * @param active a user who is not active is listed but owns nothing new
 */
public record SandboxUser(long id, String name, String email, boolean active) {}
