package io.dragoman.systems.pipedrive;

import java.util.function.Supplier;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** What opens the account: an API token, or the access tokens of an OAuth app. Thread-safe. */
public final class Access {
    private final Supplier<String> token;
    private final @Nullable AccessTokens renewed;

    /** @param renewed null when the API token opens the account */
    Access(Supplier<String> token, @Nullable AccessTokens renewed) {
        this.token = token;
        this.renewed = renewed;
    }

    /** Renews what is about to expire. @return the number of the access token, to be told when it is refused */
    public long fresh() {
        return renewed == null ? 0 : renewed.fresh();
    }

    /** Puts the token into a request that is leaving. */
    void authorize(HttpRequest request) {
        if (renewed == null) {
            request.setHeader("x-api-token", token.get());
        } else {
            request.setHeader("Authorization", "Bearer " + renewed.current());
        }
    }

    /** Whether a request that was refused with 401 may be tried again with another token. */
    boolean another(long number) {
        return renewed != null && renewed.another(number);
    }

    /** A request was let in. */
    void letIn() {
        if (renewed != null) {
            renewed.letIn();
        }
    }

    /** Keeps the access token of an answer that renewed it. */
    public void take(int status, byte @Nullable [] body) {
        if (renewed != null) {
            renewed.take(status, body);
        }
    }

    /** Throws that nobody answered where tokens are renewed; nothing was sent to the account yet. */
    public void unheard(Exception failure) {
        throw new TargetBusy(failure.getClass().getSimpleName() + " where tokens are renewed", 0, failure);
    }

    boolean isRenewed() {
        return renewed != null;
    }
}
