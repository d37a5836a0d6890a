package io.dragoman.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Routes, mappings and a migration file as they were checked together, copied so that nobody's edit reaches them.
 *
 * @param id digest of all of it
 * @param migration its name
 * @param file the migration file that people edit
 * @param account address of the account it sends to
 * @param limits what the file says of the account's limits, as one text; only compared
 * @param rhythms when verbs are due by themselves, by verb
 * @param reports folder of its reports; may not be there yet
 * @param watched files and folders that people edit
 */
public record Edition(
        String id,
        String migration,
        Path file,
        String account,
        String limits,
        Map<String, Rhythm> rhythms,
        Path reports,
        List<Path> watched) {
    public Edition {
        rhythms = Map.copyOf(rhythms);
        watched = List.copyOf(watched);
    }
}
