package io.dragoman.service.jmx;

import java.util.List;
import java.util.Map;

/** A migration, as JMX shows it. Numbers that nobody knows are -1. Orders are taken as over REST, and return the order's id. */
public interface MigrationMXBean {
    /** {@code idle}, {@code running}, {@code paused} or {@code waiting-for-budget}. */
    String getState();

    /** The order under way; empty when none is. */
    String getOrder();

    /** What is being done, such as the title of a mapping. */
    String getPhase();

    long getRecordsDone();

    long getRecordsInPhase();

    /** Records of the run under way, or of the last one, by what became of them. */
    Map<String, Long> getCountsByFate();

    double getRecordsPerSecond();

    long getTokensSpentToday();

    long getTokensLeftToday();

    long getInDoubt();

    long getQuarantineDepth();

    long getSecondsLeft();

    long getOrdersWaiting();

    /** Digest of the files that the next order begins with. */
    String getEdition();

    /** What is wrong with the files as they are; empty when they are the edition. */
    List<String> getBadEdit();

    /** Next times of the schedule, by verb. */
    Map<String, String> getSchedule();

    /** Pauses the order under way. */
    String pause();

    /** Lets the paused order go on that was asked for first. */
    String resume();

    /** Stops the order under way for good. */
    String stop();

    /** Asks for {@code quarantine replay}. */
    String replay();

    /** Asks for {@code rollback --preview}; changes nothing. */
    String rollbackPreview();
}
