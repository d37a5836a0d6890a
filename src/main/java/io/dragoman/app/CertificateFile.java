package io.dragoman.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.ledger.SigningKey;
import io.dragoman.staging.PlanFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A signed certificate as a file: what is certified as JSON, the public key, and the signature under both. Its page is named
 * by its hash in what is signed. Nothing but this file is needed to check it, and it has one form only, so that no byte of
 * it can change unseen.
 */
final class CertificateFile {
    static final String FORMAT = "dragoman-certificate/1";

    private static final String CONTENT = "certificate";
    private static final String KEY = "public-key";
    private static final String SIGNATURE = "signature";
    private static final String PAGE = "page";
    private static final String PAGE_HASH = "page-sha256";

    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CertificateFile() {}

    /**
     * What a check found.
     *
     * @param wrong what is wrong; empty when the file is as it was signed
     * @param signer public key in the file; empty when there is none
     * @param content what was certified, as far as it can be read
     */
    record Checked(String wrong, String signer, JsonNode content) {
        boolean holds() {
            return wrong.isEmpty();
        }
    }

    /**
     * Writes a certificate and its page.
     *
     * @param content in its final form, but for the page
     * @return hash of what was signed
     */
    static String write(Path file, ObjectNode content, String page, SigningKey key) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path pageFile = page(file);
        Files.writeString(pageFile, page);
        content.put(PAGE, pageFile.getFileName().toString());
        content.put(PAGE_HASH, PlanFile.hash(pageFile));
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set(CONTENT, content);
        whole.put(KEY, key.publicKey());
        whole.put(SIGNATURE, key.sign(signed(whole)));
        Files.writeString(file, form(whole));
        return Gatekeeper.sha256(signed(whole));
    }

    private static Path page(Path file) {
        return file.resolveSibling(file.getFileName().toString().replaceAll("\\.json$", "") + ".html");
    }

    /** The signature stands under the key too, so that neither can be exchanged alone. */
    private static String signed(JsonNode whole) throws JsonProcessingException {
        return FORMAT + "\n" + whole.path(KEY).asText() + "\n" + PLAIN.writeValueAsString(whole.path(CONTENT));
    }

    private static String form(JsonNode whole) throws JsonProcessingException {
        return PRETTY.writeValueAsString(whole) + "\n";
    }

    /** Checks a file, and its page where that lies beside it. */
    static Checked check(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        JsonNode whole;
        try {
            whole = PLAIN.readTree(bytes);
        } catch (IOException e) {
            String wrong = file.toString().endsWith(".html")
                    ? "it is the page to read; what can be checked is the .json file beside it"
                    : "it is no certificate, or was cut or changed";
            return new Checked(wrong, "", PLAIN.createObjectNode());
        }
        JsonNode content = whole.path(CONTENT);
        String signer = whole.path(KEY).asText();
        if (!SigningKey.verify(signer, signed(whole), whole.path(SIGNATURE).asText())) {
            return new Checked("it was changed after it was signed", signer, content);
        }
        if (!Arrays.equals(bytes, form(whole).getBytes(StandardCharsets.UTF_8))) {
            return new Checked("it is not in the form in which it was written", signer, content);
        }
        return new Checked(page(file, content).orElse(""), signer, content);
    }

    private static Optional<String> page(Path file, JsonNode content) throws IOException {
        Path page = page(file);
        return Files.exists(page)
                        && !PlanFile.hash(page).equals(content.path(PAGE_HASH).asText())
                ? Optional.of("its page " + page.getFileName() + " was changed after it was signed")
                : Optional.empty();
    }
}
