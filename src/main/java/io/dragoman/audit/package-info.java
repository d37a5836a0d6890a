/**
 * The audit log as a file that can be handed on, and checked by people who have neither the ledger nor its seal key. {@link
 * io.dragoman.audit.LogExport} writes one, {@link io.dragoman.audit.LogCheck} reads it.
 */
@NullMarked
package io.dragoman.audit;

import org.jspecify.annotations.NullMarked;
