package io.dragoman.app;

import io.dragoman.audit.LogExport;
import io.dragoman.audit.LogVerdict;
import io.dragoman.ledger.AuditLog;
import io.dragoman.ledger.SigningKey;
import java.nio.file.Path;
import java.util.List;

/** What the verbs of the audit log tell. */
final class AuditReport {
    private AuditReport() {}

    static Report exported(String migration, LogExport.Result result, String publicKey) {
        String signer = SigningKey.fingerprint(publicKey);
        Report.Draft draft = new Report.Draft("audit-export", migration)
                .section(
                        "Files",
                        "They hold source keys, target ids, names of fields and of those who signed, and keyed digests.",
                        List.of("File"),
                        result.files().stream()
                                .map(file -> List.of(file.toString()))
                                .toList())
                .section(
                        "Signed with",
                        "Give the short name to whoever checks the file, by another way than the file.",
                        List.of("Short name", "Public key"),
                        List.of(List.of(signer, publicKey)));
        if (result.wrong() > 0) {
            return draft.next("Entry " + result.wrong()
                            + " of the ledger is not as it was written. Find out who changed it;"
                            + " the files show it to everybody who checks them.")
                    .end("The audit log was changed in the ledger; the first wrong entry is " + result.wrong() + ".");
        }
        return draft.next("Check a file anywhere: `audit verify FILE --signer " + signer + "`.")
                .end(result.entries() + " entries written and signed.");
    }

    static Report checked(Path log, LogVerdict verdict, boolean otherSigner) {
        Report.Draft draft = new Report.Draft("audit-verify", verdict.migration());
        if (!verdict.signer().isEmpty()) {
            draft.section(
                    "Signed with",
                    "The short name is to be the one you were told.",
                    List.of("Short name", "Written at"),
                    List.of(List.of(SigningKey.fingerprint(verdict.signer()), verdict.exportedAt())));
        }
        LogVerdict.Wrong wrong = verdict.wrong();
        if (wrong != null) {
            draft.section(
                    "First wrong line",
                    "",
                    List.of("Line", "What"),
                    List.of(List.of(String.valueOf(wrong.line()), wrong.what())));
            return draft.next("Do not rely on this file from that line on. Ask for a new one.")
                    .end(log.getFileName() + " is wrong from line " + wrong.line() + ": " + wrong.what() + ".");
        } else if (otherSigner) {
            return draft.next("Ask whoever gave you the file for the short name of their key.")
                    .end(log.getFileName() + " is complete, but signed by another key than the one named.");
        }
        return draft.next(
                        "Compare the short name of the key with the one you were told, if you did not give it with --signer.")
                .end(log.getFileName() + " is complete and unchanged: " + verdict.entries() + " entries.");
    }

    static Report ledger(String migration, AuditLog.End end, long wrong, long strays) {
        Report.Draft draft = new Report.Draft("audit-verify", migration);
        if (wrong > 0) {
            draft.next("Entry " + wrong
                    + " is changed, missing or out of place. Find out who changed the database, and put"
                    + " back a copy from before.");
        }
        if (strays > 0) {
            draft.next(
                    strays + " records do not lead to the target record that was written. Put back a copy of the ledger"
                            + " from before, or have `reconcile` look at the account.");
        }
        if (draft.nothingNext()) {
            return draft.next("Hand the log on with `audit export`.")
                    .end(end.entries() + " entries, all as they were written.");
        }
        return draft.end("The ledger was changed behind Dragoman's back.");
    }

    /** Whether a key, or its short name, is the one that signed. */
    static boolean isSigner(String named, String publicKey) {
        return !publicKey.isEmpty()
                && (named.strip().equals(publicKey) || named.strip().equals(SigningKey.fingerprint(publicKey)));
    }
}
