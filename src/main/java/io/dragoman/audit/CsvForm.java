package io.dragoman.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A line as cells with commas between. A cell that has something stands in quotation marks; ends of lines in it are written as {@code
 * \n} and {@code \r}, a backslash twice. What a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvForm implements LogFormat.Form {
    private static final String FORMULAS = "=+-@\t'＝＋－＠";

    @Override
    public String header() {
        return String.join(",", LogLine.COLUMNS);
    }

    @Override
    public String content(Map<String, String> columns) {
        return LogLine.COLUMNS.stream()
                        .filter(column -> !column.equals(LogLine.CHECK))
                        .map(column -> cell(columns.getOrDefault(column, "")))
                        .collect(Collectors.joining(","))
                + ",";
    }

    @Override
    public String ending() {
        return "";
    }

    private static String cell(String value) {
        if (value.isEmpty()) {
            return "";
        }
        String plain = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        boolean formula = FORMULAS.indexOf(plain.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }

    @Override
    public Map<String, String> columns(String line) {
        Map<String, String> columns = new HashMap<>();
        int at = 0;
        for (String column : LogLine.COLUMNS) {
            int end = end(line, at);
            columns.put(column, value(line.substring(Math.min(at, end), end)));
            at = end + 1;
        }
        if (at != line.length() + 1) {
            throw new IllegalArgumentException("not " + LogLine.COLUMNS.size() + " cells");
        }
        return columns;
    }

    /** Where the cell that begins here ends: at a comma outside quotation marks. */
    private static int end(String line, int start) {
        boolean quoted = false;
        for (int i = start; i < line.length(); i++) {
            char sign = line.charAt(i);
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                return i;
            }
        }
        return line.length();
    }

    private static String value(String cell) {
        if (!cell.startsWith("\"") || cell.length() < 2) {
            return cell;
        }
        String text = cell.substring(1, cell.length() - 1).replace("\"\"", "\"");
        StringBuilder value = new StringBuilder(text.length());
        for (int i = text.startsWith("'") ? 1 : 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length()) {
                i++;
                value.append(unescaped(text.charAt(i)));
            } else {
                value.append(sign);
            }
        }
        return value.toString();
    }

    private static char unescaped(char sign) {
        return switch (sign) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> sign;
        };
    }
}
