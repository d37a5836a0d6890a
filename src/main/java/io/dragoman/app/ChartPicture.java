package io.dragoman.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart as inline SVG: plain shapes and texts, no script, nothing loaded from elsewhere. Colours come from the page's
 * style, so that they follow light, dark and paper; every bar says its number too.
 */
final class ChartPicture {
    private static final int WIDTH = 960;
    private static final int LABELS = 285;
    private static final int NUMBERS = 110;
    private static final int BAR = 18;
    private static final int ROW = 28;
    private static final int GAP = ROW - BAR - 2;
    private static final int LEGEND = 30;
    private static final int LONGEST_LABEL = 38;
    private static final double LETTER = 7.2;
    private static final int SWATCH = 12;
    private static final double HUNDRED = 100;

    private final Report.Section section;
    private final Chart chart;
    private final StringBuilder svg = new StringBuilder();

    private ChartPicture(Report.Section section, Chart chart) {
        this.section = section;
        this.chart = chart;
    }

    /** The picture; empty when the section has no chart, or none of its cells a number. */
    static String of(Report.Section section) {
        Chart chart = section.chart();
        return chart == null ? "" : new ChartPicture(section, chart).draw();
    }

    /** One bar: where it stands, what it is called, and the amounts it shows. */
    private record Bar(String label, String number, List<Part> parts) {
        /** Bars of one row of the table, of which only the first is named, stand closer together. */
        int height() {
            return label.isEmpty() ? ROW - GAP : ROW;
        }

        double sum() {
            return parts.stream().mapToDouble(Part::amount).sum();
        }
    }

    private record Part(int colour, String name, double amount) {}

    private String draw() {
        List<Bar> bars = bars();
        double most = chart.kind() == Chart.Kind.SHARE
                ? HUNDRED
                : bars.stream().mapToDouble(Bar::sum).max().orElse(0);
        if (most <= 0) {
            return "";
        }
        boolean legend = chart.columns().size() > 1;
        int top = legend ? LEGEND : 0;
        open(top + bars.stream().mapToInt(Bar::height).sum());
        if (legend) {
            legend();
        }
        int y = top;
        for (Bar bar : bars) {
            y += bar.height();
            bar(bar, y - BAR - 2, (WIDTH - LABELS - NUMBERS) / most);
        }
        return svg.append("</svg>").toString();
    }

    private List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (List<String> row :
                section.rows().subList(0, Math.min(chart.rows(), section.rows().size()))) {
            List<Part> parts = new ArrayList<>();
            for (String column : chart.columns()) {
                int at = section.columns().indexOf(column);
                parts.add(new Part(chart.columns().indexOf(column), column, at < 0 ? 0 : Amounts.of(row.get(at))));
            }
            if (chart.kind() == Chart.Kind.STACKED || parts.size() == 1) {
                bars.add(new Bar(row.get(0), number(parts), parts));
            } else {
                parts.forEach(part ->
                        bars.add(new Bar(part.colour() == 0 ? row.get(0) : "", number(List.of(part)), List.of(part))));
            }
        }
        return bars;
    }

    private String number(List<Part> parts) {
        double sum = parts.stream().mapToDouble(Part::amount).sum();
        String text = sum == Math.rint(sum)
                ? String.format(Locale.ROOT, "%,.0f", sum)
                : String.format(Locale.ROOT, "%,.2f", sum);
        return chart.kind() == Chart.Kind.SHARE ? text + " %" : text;
    }

    private void open(int height) {
        svg.append(text(
                "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"%s\">",
                WIDTH, height, Markup.escaped(section.title())));
    }

    private void legend() {
        double x = LABELS;
        for (int i = 0; i < chart.columns().size(); i++) {
            String name = Markup.escaped(shortened(chart.columns().get(i)));
            svg.append(text(
                            "<rect class=\"c%d\" x=\"%.0f\" y=\"4\" width=\"%d\" height=\"%d\"/>",
                            i, x, SWATCH, SWATCH))
                    .append(text("<text x=\"%.0f\" y=\"15\">%s</text>", x + SWATCH + 5, name));
            x += SWATCH + 24 + LETTER * shortened(chart.columns().get(i)).length();
        }
    }

    private void bar(Bar bar, int y, double scale) {
        int base = y + BAR - 4;
        svg.append(text(
                "<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>",
                LABELS - 10, base, Markup.escaped(shortened(bar.label()))));
        double x = LABELS;
        for (Part part : bar.parts()) {
            double length = part.amount() * scale;
            if (length > 0) {
                svg.append(text(
                        "<rect class=\"c%d\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                        part.colour(),
                        x,
                        y,
                        Math.max(1, length),
                        BAR,
                        Markup.escaped(part.name() + " " + number(List.of(part)))));
                x += length;
            }
        }
        svg.append(text("<text x=\"%.1f\" y=\"%d\">%s</text>", x + 8, base, bar.number()));
    }

    private static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= LONGEST_LABEL
                ? label
                : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
