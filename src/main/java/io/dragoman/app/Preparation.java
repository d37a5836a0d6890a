package io.dragoman.app;

import io.dragoman.ledger.Owner;
import io.dragoman.model.Catalogue;
import io.dragoman.run.SchemaPlan;
import java.util.List;

/**
 * What a run knows of the account before its first record.
 *
 * @param unmatched people of the source without a user of their own
 */
record Preparation(Catalogue catalogue, SchemaPlan schema, List<Owner> unmatched) {}
