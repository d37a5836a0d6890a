package io.dragoman.mapping.transforms;

import io.dragoman.mapping.Argument;
import io.dragoman.mapping.Description;
import io.dragoman.mapping.Surroundings;
import io.dragoman.mapping.Transform;
import io.dragoman.mapping.ValueProblem;
import java.util.List;
import java.util.Locale;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.UrlValidator;

/** Checks e-mail and web addresses; commons-validator judges. */
final class Online implements Transform {
    /** Beside the registered ones, the domains reserved for examples and tests (RFC 2606). */
    private static final DomainValidator DOMAINS = DomainValidator.getInstance(
            false,
            List.of(new DomainValidator.Item(ArrayType.GENERIC_PLUS, new String[] {"example", "invalid", "test"})));

    private static final EmailValidator EMAILS = new EmailValidator(false, false, DOMAINS);
    private static final UrlValidator URLS = new UrlValidator(new String[] {"http", "https"}, null, 0, DOMAINS);
    private final boolean email;

    private Online(boolean email) {
        this.email = email;
    }

    static Transform email() {
        return new Online(true);
    }

    static Transform url() {
        return new Online(false);
    }

    @Override
    public Description description() {
        Description description = email
                ? Description.of(
                                "email",
                                "Lets e-mail addresses through, without blanks around; anything else is refused.")
                        .sample(" ada@example.org ", "ada@example.org")
                        .sample("ada@clinic.example", "ada@clinic.example")
                        .problem(null, "ada at example.org", "not-an-email")
                        .problem(null, "ada@example.org; bob@example.org", "not-an-email")
                : Description.of(
                                "url",
                                "Lets web addresses through, with https:// before those that lack it; anything else is refused.")
                        .sample("www.example.com/a", "https://www.example.com/a")
                        .sample("http://example.com", "http://example.com")
                        .problem(null, "javascript:alert(1)", "not-a-url");
        return description.withArgument("none, or if-invalid").withKeys("", Each.IF_INVALID);
    }

    @Override
    public Prepared prepare(Argument argument, Surroundings surroundings) {
        argument.map();
        return Each.checked(argument, email ? Online::checkedEmail : Online::checkedUrl);
    }

    private static String checkedEmail(String raw) {
        String text = raw.strip();
        if (!EMAILS.isValid(text)) {
            throw new ValueProblem(
                    "not-an-email", raw, "that is no e-mail address. Mend it at the source, or set if-invalid.");
        }
        return text;
    }

    private static String checkedUrl(String raw) {
        String text = raw.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        boolean whole = lower.startsWith("http://") || lower.startsWith("https://");
        String address = whole ? text : "https://" + text;
        if (!URLS.isValid(address)) {
            throw new ValueProblem(
                    "not-a-url", raw, "that is no web address. Mend it at the source, or set if-invalid.");
        }
        return address;
    }
}
