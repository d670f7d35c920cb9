package io.sarf.payouts.money;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As on a cheque. ICU's own rules write hundreds as two words and decline neither thousands nor currencies. */
final class ArabicAmount {
    private static final ULocale ARABIC = new ULocale("ar");
    private static final PluralRules COUNTING = PluralRules.forLocale(ARABIC);

    /** Forms for one, two, few (3 to 10) and many (11 to 99); whole hundreds take the first. */
    private record Noun(String one, String two, String few, String many) {
        static Noun unchanging(String name) {
            return new Noun(name, name, name, name);
        }

        String after(long count) {
            return switch (COUNTING.select((double) count)) {
                case "few" -> few;
                case "many" -> many;
                default -> one;
            };
        }
    }

    private static final List<String> BELOW_TWENTY = List.of(
            "صفر",
            "واحد",
            "اثنان",
            "ثلاثة",
            "أربعة",
            "خمسة",
            "ستة",
            "سبعة",
            "ثمانية",
            "تسعة",
            "عشرة",
            "أحد عشر",
            "اثنا عشر",
            "ثلاثة عشر",
            "أربعة عشر",
            "خمسة عشر",
            "ستة عشر",
            "سبعة عشر",
            "ثمانية عشر",
            "تسعة عشر");

    private static final List<String> TENS =
            List.of("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون");

    private static final List<String> HUNDREDS =
            List.of("مائة", "مائتان", "ثلاثمائة", "أربعمائة", "خمسمائة", "ستمائة", "سبعمائة", "ثمانمائة", "تسعمائة");

    private static final List<Noun> SCALES = List.of(
            new Noun("ألف", "ألفان", "آلاف", "ألفًا"),
            new Noun("مليون", "مليونان", "ملايين", "مليونًا"),
            new Noun("مليار", "ملياران", "مليارات", "مليارًا"),
            new Noun("تريليون", "تريليونان", "تريليونات", "تريليونًا"));

    private static final Map<String, Noun> CURRENCIES = Map.of(
            "AED", new Noun("درهم إماراتي", "درهمان إماراتيان", "دراهم إماراتية", "درهمًا إماراتيًا"),
            "SAR", new Noun("ريال سعودي", "ريالان سعوديان", "ريالات سعودية", "ريالًا سعوديًا"),
            "QAR", new Noun("ريال قطري", "ريالان قطريان", "ريالات قطرية", "ريالًا قطريًا"),
            "OMR", new Noun("ريال عماني", "ريالان عمانيان", "ريالات عمانية", "ريالًا عمانيًا"),
            "KWD", new Noun("دينار كويتي", "ديناران كويتيان", "دنانير كويتية", "دينارًا كويتيًا"),
            "BHD", new Noun("دينار بحريني", "ديناران بحرينيان", "دنانير بحرينية", "دينارًا بحرينيًا"),
            "USD", new Noun("دولار أمريكي", "دولاران أمريكيان", "دولارات أمريكية", "دولارًا أمريكيًا"),
            "GBP", new Noun("جنيه إسترليني", "جنيهان إسترلينيان", "جنيهات إسترلينية", "جنيهًا إسترلينيًا"));

    private ArabicAmount() {}

    /** @param amount 0 to 999,999,999,999,999 */
    static String of(long amount, String currency) {
        var known = CURRENCIES.get(currency);
        var noun = known == null
                ? Noun.unchanging(Currency.getInstance(currency).getName(ARABIC, Currency.LONG_NAME, new boolean[1]))
                : known;
        if (amount == 1) {
            return noun.one() + " واحد";
        }
        return known != null && amount == 2 ? noun.two() : before(words(amount), noun.after(amount));
    }

    private static String words(long number) {
        var parts = new ArrayList<String>();
        if (number % 1000 > 0 || number == 0) {
            parts.add(belowThousand(number % 1000));
        }
        var above = number / 1000;
        for (var scale : SCALES) {
            if (above % 1000 > 0) {
                parts.add(0, scaled(above % 1000, scale));
            }
            above /= 1000;
        }
        return String.join(" و", parts);
    }

    private static String scaled(long group, Noun scale) {
        if (group == 1) {
            return scale.one();
        }
        return group == 2 ? scale.two() : before(belowThousand(group), scale.after(group));
    }

    /** A dual loses its last letter before the counted noun. */
    private static String before(String number, String noun) {
        var dual = HUNDREDS.get(1);
        var cut = number.endsWith(dual) || SCALES.stream().anyMatch(scale -> number.endsWith(scale.two()));
        return (cut ? number.substring(0, number.length() - 1) : number) + " " + noun;
    }

    private static String belowThousand(long number) {
        var hundreds = (int) (number / 100);
        var rest = (int) (number % 100);
        if (hundreds == 0) {
            return belowHundred(rest);
        }
        var hundred = HUNDREDS.get(hundreds - 1);
        return rest == 0 ? hundred : hundred + " و" + belowHundred(rest);
    }

    private static String belowHundred(int number) {
        if (number < BELOW_TWENTY.size()) {
            return BELOW_TWENTY.get(number);
        }
        var ten = TENS.get(number / 10 - 2);
        return number % 10 == 0 ? ten : BELOW_TWENTY.get(number % 10) + " و" + ten;
    }
}
