package io.dragoman.systems.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The encoding of one file: UTF-8, unless its first row that is none looks like Windows-1252. A file that has shown real
 * UTF-8 stays UTF-8; a row that is none is then a problem of that row.
 */
final class Encoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final CharsetDecoder utf8 = strict(StandardCharsets.UTF_8);
    private final CharsetDecoder windows = strict(WINDOWS_1252);
    private boolean isWindows;
    private boolean isUtf8;

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * The text of some bytes; null when they are not valid.
     *
     * @param ahead end of what has been read of the file, a sample when the encoding has to be recognised
     */
    @Nullable
    String text(byte[] bytes, int from, int to, int ahead) {
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        }
        if (isWindows) {
            return decoded(windows, bytes, from, to);
        }
        String text = decoded(utf8, bytes, from, to);
        if (text != null) {
            isUtf8 = true;
            return text;
        }
        if (isUtf8 || !looksLikeWindows(bytes, from, ahead)) {
            return null;
        }
        isWindows = true;
        return decoded(windows, bytes, from, to);
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= bytes[i];
        }
        return all >= 0;
    }

    private static @Nullable String decoded(CharsetDecoder decoder, byte[] bytes, int from, int to) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean looksLikeWindows(byte[] bytes, int from, int to) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, from, to - from);
        detector.dataEnd();
        return "WINDOWS-1252".equals(detector.getDetectedCharset());
    }

    /** Whether the file was taken for Windows-1252. */
    boolean isWindows() {
        return isWindows;
    }
}
