package io.dragoman.console;

import io.dragoman.ledger.Ledger;
import io.dragoman.service.Edition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the program knows of a migration's mappings, reports and days. Nothing of it holds a value of a record. Thread-safe. */
public interface Library {
    /** The mappings of an edition for people, with who signed them. */
    MappingSheet mappings(Edition edition, Ledger ledger);

    /** Reports, the newest first. */
    List<Entry> reports(Edition edition);

    /** A report by the name of its file without ending; empty when there is none. */
    Optional<Sheet> report(Edition edition, String name);

    /** The fields of a sample as they came back, masked by class; a table without rows when there are none. */
    Table fields(Edition edition, String sample);

    /** Tokens spent on the account, by its days, the last one first. */
    Map<LocalDate, Long> days(Edition edition, Ledger ledger);

    /** What the account gives in a day; 0 when nobody counts. */
    long tokensADay(Edition edition);

    /** @param name of its files without ending @param at when it was made, for people */
    record Entry(String name, String verb, String run, String headline, String at) {}

    /** A report. @param age how long ago it was made, in words */
    record Sheet(
            String verb,
            String run,
            String headline,
            String at,
            String age,
            List<Section> sections,
            List<String> next) {}

    /** @param picture SVG of ours, safe to show as it is; empty for none */
    record Section(String title, String about, String picture, List<Column> columns, List<List<String>> rows) {}

    /** @param style {@code number} or {@code word} */
    record Column(String title, String style) {}

    record Table(List<Column> columns, List<List<String>> rows) {}

    /**
     * All mappings.
     *
     * @param edition whose mappings these are; a signature is for exactly these
     */
    record MappingSheet(String edition, List<Arrow> arrows, List<Signature> signatures) {}

    /** @param as what was signed @param state {@code missing}, {@code void} or {@code done} */
    record Signature(String as, String state, String by, String at, String hash) {}

    /**
     * One mapping.
     *
     * @param shown traits of it that the last sample showed @param occurring those that occur in the source; 0 without a sample
     */
    record Arrow(
            String name,
            String title,
            String why,
            String from,
            String to,
            List<Line> lines,
            Map<String, String> leftBehind,
            List<Example> examples,
            int shown,
            int occurring) {}

    /** @param travels {@code yes}, {@code as a token} or {@code withheld} @param place file and line */
    record Line(String target, String from, String how, String phi, String travels, String place) {}

    /** An example of invented people, as its file has it. */
    record Example(String it, String given, String outcome) {}
}
