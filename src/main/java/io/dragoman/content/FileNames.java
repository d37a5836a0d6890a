package io.dragoman.content;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a name that every system takes and that shows what it is. Gone are folders, control characters, marks that turn the direction of
 * writing and so hide an ending, and characters that some file system forbids; a name that Windows keeps for a device gets an underscore.
 * The ending is kept, or taken from the type when there is none.
 */
public final class FileNames {
    private static final int LONGEST = 120;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern FORBIDDEN = Pattern.compile("[\"*:<>?|;%]");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final Pattern ENDING = Pattern.compile("(.+)(\\.[\\p{L}\\p{N}]{1,12})", Pattern.DOTALL);

    private FileNames() {}

    /**
     * The name as it is sent, at most 120 characters and never empty.
     *
     * @param name as the source has it, possibly a path; may be empty
     */
    public static String clean(String name, String mediaType) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).replace('\\', '/');
        plain = plain.substring(plain.lastIndexOf('/') + 1);
        plain = UNSEEN.matcher(plain).replaceAll("");
        plain = FORBIDDEN.matcher(plain).replaceAll("_").strip().replaceAll("\\s+", " ");
        plain = plain.replaceAll("^\\.+|[. ]+$", "");
        if (plain.isEmpty()) {
            plain = "file";
        }
        if (DEVICE.matcher(plain).matches()) {
            plain = "_" + plain;
        }
        if (!ENDING.matcher(plain).matches()) {
            plain += FileTypes.ending(mediaType);
        }
        return shortened(plain, "");
    }

    /** The name with a mark before its ending, for a file that would be mistaken for another one. */
    public static String marked(String name, String mark) {
        return shortened(name, " (" + mark + ")");
    }

    /** The last part of a path or address, without what an address asks for. */
    public static String lastPart(String where) {
        if (!Contents.isAddress(where)) {
            return where;
        }
        String path = URI.create(where).getRawPath();
        return path == null ? "" : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String shortened(String name, String mark) {
        Matcher parts = ENDING.matcher(name);
        boolean ends = parts.matches();
        String front = ends ? parts.group(1) : name;
        String ending = ends ? parts.group(2) : "";
        int room = LONGEST - ending.length() - mark.length();
        if (front.length() > room) {
            int cut = Character.isHighSurrogate(front.charAt(room - 1)) ? room - 1 : room;
            front = front.substring(0, cut).strip();
        }
        return front + mark + ending;
    }
}
