package io.dragoman.app;

import io.dragoman.ledger.Owner;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Problem;
import io.dragoman.model.Room;
import io.dragoman.run.SchemaPlan;
import java.util.List;

/**
 * What a run knows of the account before its first record.
 *
 * @param unmatched people of the source without a user of their own
 * @param obstacles what keeps a run from beginning until a person mends or waives it
 * @param room that the account's plan leaves; asked by plans only
 */
record Preparation(Catalogue catalogue, SchemaPlan schema, List<Owner> unmatched, List<Problem> obstacles, Room room) {}
