package io.dragoman.model;

import java.time.Instant;
import java.util.Set;

/**
 * Asks a target for every record that carries a source key of one mapping and was changed lately.
 *
 * @param kind of all of them
 * @param keptIn custom fields of which each holds the mark, nearly always one; empty where the mapping keeps no key
 * @param since nothing of interest was sent before this moment, by our clock
 * @param wanted records of the mapping; only kinds that cannot be listed as a whole, or that carry no text of ours, are looked
 *     for by these. Gone through once, a hundred or so at a time
 */
public record TraceRequest(
        String kind, String mapping, Set<String> keptIn, Instant since, Iterable<TargetRecord> wanted) {}
