package io.dragoman.sandbox.cliniko;

import java.util.Set;

/** What the user who owns the key may see. */
public enum Role {
    ADMINISTRATOR(Set.of()),
    /** Sees the notes of one practitioner only, in lists that are shorter and say nothing of it. */
    PRACTITIONER(Set.of("settings")),
    /** Sees neither money nor notes. */
    SCHEDULER(Set.of("settings", "invoices", "invoice_items", "treatment_notes", "communications"));

    private final Set<String> hidden;

    Role(Set<String> hidden) {
        this.hidden = hidden;
    }

    boolean sees(String resource) {
        return !hidden.contains(resource);
    }
}
