package io.sarf.payouts.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Text without invisible characters, changes of direction, or characters that depend on the machine's fonts. */
public final class PlainText {
    /** For programs; {@link #refusal} is in the reader's language. */
    public static final String REFUSAL =
            "Use one line of plain text: remove invisible, control and private-use characters.";

    /** Letters and marks that most machines render as nothing. */
    private static final Pattern BLANK =
            Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
                    + "\\x{E0100}-\\x{E01EF}]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Scripts mixed within one word in Chinese, Japanese and Korean. */
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private PlainText() {}

    /** One line without invisible characters; joiners are allowed between Arabic letters, where they are spelling. */
    public static boolean is(String text) {
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!plain(text, at)) {
                return false;
            }
        }
        return true;
    }

    public static String refusal(String language) {
        return MessageBundles.get(LayoutMessages.class, Localized.Literal.of(language))
                .notPlainText();
    }

    /** The first word with letters of several scripts, which may imitate another name. */
    public static Optional<String> mixedWord(String text) {
        var words = WORD.matcher(text);
        while (words.find()) {
            if (scripts(words.group()).size() > 1) {
                return Optional.of(words.group());
            }
        }
        return Optional.empty();
    }

    @TemplateExtension(namespace = "plain")
    static String mixed(String text) {
        return mixedWord(text).orElse("");
    }

    /** Appends a warning if a word of the saved text mixes scripts. */
    public static String warned(String sentence, String text, String language) {
        return mixedWord(text)
                .map(word -> sentence + " "
                        + MessageBundles.get(LayoutMessages.class, Localized.Literal.of(language))
                                .mixedScripts(word))
                .orElse(sentence);
    }

    /**
     * Removes what is not plain, collapses spaces, truncates to {@code max} UTF-16 characters without splitting one.
     */
    public static String cleaned(String text, int max) {
        var line = text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
        var plain = new StringBuilder();
        for (var at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            var next = line.codePointAt(at);
            if (plain.length() + Character.charCount(next) > max) {
                break;
            }
            if (plain(line, at)) {
                plain.appendCodePoint(next);
            }
        }
        return plain.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean plain(String text, int at) {
        var here = text.codePointAt(at);
        return switch (Character.getType(here)) {
            case Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.FORMAT -> (here == NON_JOINER || here == JOINER) && betweenArabicLetters(text, at);
            default -> !BLANK.matcher(Character.toString(here)).matches();
        };
    }

    private static boolean betweenArabicLetters(String text, int at) {
        var before = at;
        do {
            if (before == 0) {
                return false;
            }
            before = text.offsetByCodePoints(before, -1);
        } while (Character.getType(text.codePointAt(before)) == Character.NON_SPACING_MARK);
        return arabicLetter(text, before) && arabicLetter(text, at + 1);
    }

    private static boolean arabicLetter(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        var letter = text.codePointAt(at);
        return Character.isLetter(letter) && UnicodeScript.of(letter) == UnicodeScript.ARABIC;
    }

    private static Set<UnicodeScript> scripts(String word) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        if (EAST_ASIAN.containsAll(scripts)) {
            return Set.of();
        }
        return scripts;
    }
}
