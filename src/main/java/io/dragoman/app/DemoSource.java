package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.net.URI;
import java.util.List;

/** An invented practice that a demo moves: its source, its people in the account, and what must arrive there. For one thread. */
interface DemoSource extends AutoCloseable {
    /** What it is, as the begin of a sentence: {@code An invented dental practice}. */
    String title();

    /** Its name. */
    String practice();

    /** The system it comes from, as people call it. */
    String system();

    /** E-mails of the users that its account has. */
    List<String> users();

    /** Writes the migration file for this sandbox, and reads it as every verb does. */
    MigrationFile migration(URI sandbox, String token, Home home);

    /** Row, what it is at the source, what it is in Pipedrive, and how many arrived, of each row that has to. */
    List<List<String>> rows(JsonNode account);

    /** What happens on the day after the move, in words. */
    String day();

    /** A day passes, in the account and at the source. */
    void dayPasses(Sandbox sandbox) throws InterruptedException;

    /** Ends what was started for it. */
    @Override
    void close();
}
