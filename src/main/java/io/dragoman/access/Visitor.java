package io.dragoman.access;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name as it stands in the users file
 * @param form what a form or script of ours has to send along with a change; empty for a machine, which no page can speak for
 */
public record Visitor(String name, Set<Role> roles, String form) {
    public Visitor {
        roles = Set.copyOf(roles);
    }

    /** Whether one of these roles is theirs. */
    public boolean isAny(Set<Role> of) {
        return roles.stream().anyMatch(of::contains);
    }
}
