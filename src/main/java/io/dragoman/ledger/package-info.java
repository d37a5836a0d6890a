/**
 * The only memory of a migration: what was intended, what the target answered, what came of every source record, what was
 * set aside, who approved what. {@link io.dragoman.ledger.Ledger} is the door, {@link io.dragoman.ledger.LedgerAddress}
 * says where it lies and {@link io.dragoman.ledger.SealKey} seals what it may not hold in plain text. All changes go
 * through one writing thread that lets many callers share one commit; nothing is acknowledged before it is on disk. No
 * decision of a migration belongs here: the ledger remembers, others decide.
 */
@NullMarked
package io.dragoman.ledger;

import org.jspecify.annotations.NullMarked;
