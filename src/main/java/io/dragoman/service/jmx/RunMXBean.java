package io.dragoman.service.jmx;

import java.util.Map;

/** An order under way, as JMX shows it. Numbers that nobody knows are -1. */
public interface RunMXBean {
    String getVerb();

    /** Id of the run in the ledger; empty before it has one. */
    String getRun();

    String getState();

    String getPhase();

    long getRecordsDone();

    long getRecordsInPhase();

    Map<String, Long> getCountsByFate();

    double getRecordsPerSecond();

    long getSecondsLeft();

    String getAskedBy();

    String getEdition();

    void pause();

    void stop();
}
