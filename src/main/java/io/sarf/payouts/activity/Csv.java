package io.sarf.payouts.activity;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them, for people who open them in a spreadsheet. */
final class Csv {
    /** Stands before everything else, so that a spreadsheet reads UTF-8. */
    public static final String BEGIN = "\uFEFF";

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** One row with its end. A cell that a spreadsheet would reckon with is kept as text by an apostrophe before it. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        // Where commas stand in numbers, spreadsheets part cells at semicolons.
        return safe.matches("(?s).*[\",;\\t\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
