package io.dragoman.sandbox.cliniko;

/**
 * What a stand-in saw so far.
 *
 * @param requests that came in, refused ones among them
 * @param refused over the rate
 * @param most requests it let in within one window
 * @param downloads attachments whose bytes were sent
 * @param credentialsShown requests to the other host that showed a credential; never more than 0 with a careful client
 */
public record ClinikoStats(long requests, long refused, int most, long downloads, long credentialsShown) {}
