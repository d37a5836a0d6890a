package io.dragoman.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The head of a report that a verb printed as JSON. Empty texts when it printed none. */
record ToldReport(String verb, String run, String headline) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ToldReport of(String printed) {
        try {
            JsonNode report = JSON.readTree(printed);
            return new ToldReport(
                    report.path("verb").asText(),
                    report.path("run").asText(),
                    report.path("headline").asText());
        } catch (JsonProcessingException e) {
            return new ToldReport("", "", ""); // a verb that ended before its report
        }
    }

    /** Name of its page; empty without a verb. */
    String page() {
        return verb.isEmpty() ? "" : ReportFolder.name(verb, run) + ".html";
    }
}
