package io.dragoman.content;

import io.dragoman.model.ContentProblem;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Files at addresses. Only the hosts the migration file names are asked, over https or on this machine, and never by way of another
 * address: an address often carries the permission to read with it, and a redirect would hand it on.
 */
final class WebFiles {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final int CONNECT_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 30_000;

    private final Set<String> hosts;

    WebFiles(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    InputStream open(String address) throws ContentProblem {
        URI uri = allowed(address);
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(SILENCE_MILLIS);
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "*/*");
            connection.setRequestProperty("User-Agent", "Dragoman");
            int status = connection.getResponseCode();
            if (status != 200) {
                connection.disconnect();
                throw refused(status);
            }
            return new Whole(connection.getInputStream(), connection.getContentLengthLong());
        } catch (ContentProblem e) {
            throw e;
        } catch (IOException e) { // its text quotes the address
            throw new ContentProblem(
                    "file-not-reachable",
                    "The host of the file does not answer as it should. Look at the network, then replay.");
        }
    }

    private URI allowed(String address) throws ContentProblem {
        try {
            URI uri = new URI(address);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean safe = scheme.equals("https")
                    || scheme.equals("http") && LOOPBACK.matcher(host).matches();
            if (!safe || uri.getRawUserInfo() != null) {
                throw new ContentProblem(
                        "file-address-unsafe",
                        "Files are fetched over https, without a name or password in the address.");
            }
            if (!hosts.contains(host) && !hosts.contains(host + ":" + uri.getPort())) {
                throw new ContentProblem(
                        "file-host-unknown",
                        "The address is at a host that the migration file does not name. If it is the source's, add it under"
                                + " source.file-hosts, then replay.");
            }
            return uri;
        } catch (URISyntaxException e) { // its text quotes the address
            throw new ContentProblem(
                    "file-address-unsafe",
                    "The text of " + address.length() + " characters is no address. Mend it, then replay.");
        }
    }

    /** Fails where a body ends before the length its head promised, which the connection itself takes for the end. */
    private static final class Whole extends FilterInputStream {
        private final long promised;
        private long seen;

        /** @param promised bytes; negative when the head promised nothing */
        Whole(InputStream in, long promised) {
            super(in);
            this.promised = promised;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            if (count < 0 && seen < promised) {
                throw new EOFException("a body ended early");
            }
            seen += Math.max(0, count);
            return count;
        }
    }

    private static ContentProblem refused(int status) {
        if (status >= 300 && status < 400) {
            return new ContentProblem(
                    "file-moved",
                    "The address leads on to another one (status " + status
                            + "), which is not followed. Name the last one.");
        }
        boolean gone = status == 404 || status == 410;
        return new ContentProblem(
                gone ? "file-not-found" : "file-not-reachable",
                "The host answered with status " + status
                        + ". Addresses often hold for a short time only: read them from the source anew, then replay.");
    }
}
