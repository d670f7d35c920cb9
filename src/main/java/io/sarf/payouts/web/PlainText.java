package io.sarf.payouts.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text that people read and decide by. It says what it shows: nothing in it is invisible, turns the direction of what
 * stands around it, or looks different from one machine to the next.
 */
public final class PlainText {
    /** What is said of text that is not plain; in the reader's language see {@link #refusal}. */
    public static final String REFUSAL =
            "Use one line of plain text: remove invisible, control and private-use characters.";

    /** Letters, marks and the like that most machines show as nothing. */
    private static final Pattern BLANK =
            Pattern.compile("[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0"
                    + "\\x{E0100}-\\x{E01EF}]");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    /** Written together in one word by people who write Chinese, Japanese or Korean. */
    private static final Set<UnicodeScript> EAST_ASIAN = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);

    private PlainText() {}

    /**
     * Whether it has no control, format, private-use, unassigned or otherwise invisible character and is one line. The
     * joiners are taken between two Arabic letters, where they are spelling.
     */
    public static boolean is(String text) {
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!plain(text, at)) {
                return false;
            }
        }
        return true;
    }

    /** The same in the reader's language. */
    public static String refusal(String language) {
        return MessageBundles.get(LayoutMessages.class, Localized.Literal.of(language))
                .notPlainText();
    }

    /** The first word whose letters are of several scripts, as of one that imitates another name; empty for none. */
    public static Optional<String> mixedWord(String text) {
        var words = WORD.matcher(text);
        while (words.find()) {
            if (scripts(words.group()).size() > 1) {
                return Optional.of(words.group());
            }
        }
        return Optional.empty();
    }

    /** For the tag {@code mixed-word}; empty for none. */
    @TemplateExtension(namespace = "plain")
    static String mixed(String text) {
        return mixedWord(text).orElse("");
    }

    /** A sentence about text that was just saved, with a warning behind it where a word of the text mixes scripts. */
    public static String warned(String sentence, String text, String language) {
        return mixedWord(text)
                .map(word -> sentence + " "
                        + MessageBundles.get(LayoutMessages.class, Localized.Literal.of(language))
                                .mixedScripts(word))
                .orElse(sentence);
    }

    /**
     * Text from elsewhere that cannot be refused: without what is not plain, with single spaces, and cut.
     *
     * @param max characters (UTF-16), at least 1; no character is cut in two
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

    /** Vowel signs on the letter before do not matter. */
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
