package io.sarf.payouts.activity;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that are safe to open in a spreadsheet. */
final class Csv {
    /** Byte order mark: spreadsheets read the file as UTF-8 with it. */
    public static final String BEGIN = "\uFEFF";

    /** Characters that start a formula in a spreadsheet. */
    private static final String FORMULA = "=+-@\t\r\n";

    private Csv() {}

    /** Returns one row with its line end. An apostrophe before a formula makes a spreadsheet read it as text. */
    public static String row(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        // Semicolons too: in locales with a decimal comma, spreadsheets separate cells at semicolons.
        return safe.matches("(?s).*[\",;\\t\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
