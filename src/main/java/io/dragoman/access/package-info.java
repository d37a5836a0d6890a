/**
 * Who may do what over the network: users and their roles, passwords, sessions, and what a request has to show before anybody answers it.
 * Knows no server and no page; {@link io.dragoman.access.Door} judges a request by what it brought. Doors: {@link io.dragoman.access.Door},
 * {@link io.dragoman.access.UserFile}.
 */
@NullMarked
package io.dragoman.access;

import org.jspecify.annotations.NullMarked;
