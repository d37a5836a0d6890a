package io.dragoman.sandbox;

import java.util.Map;

/**
 * One exchange as a {@link Witness} is shown it.
 *
 * @param account address of the sandbox, without a path
 * @param target path with the query, as sent
 * @param agent what the client calls itself; empty when it does not say
 * @param contentType of the request; empty when it had none
 * @param tokenInHeader whether a token came in a header, right or wrong; the token itself is not shown
 * @param body text of the request; empty when there was none or it is no text
 * @param status status answered; 0 when the connection was cut without an answer
 * @param headers those of the answer that the account sets, by name
 * @param answer whole text answered, even when only half of it was sent
 * @param price tokens the request cost; 0 when it was refused before it was priced
 * @param injected whether the answer is a planned fault
 */
public record Seen(
        String account,
        String method,
        String target,
        String agent,
        String contentType,
        boolean tokenInHeader,
        String body,
        int status,
        Map<String, String> headers,
        String answer,
        int price,
        boolean injected) {

    public Seen {
        headers = Map.copyOf(headers);
    }
}
