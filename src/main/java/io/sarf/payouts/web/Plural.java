package io.sarf.payouts.web;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import io.quarkus.qute.TemplateExtension;

/** In messages: {@code {#when plural:ar(count)}{#is 'one'}…{#is 'two'}…{#else}…{/when}}, by CLDR's categories. */
@TemplateExtension(namespace = "plural")
final class Plural {
    private static final PluralRules ENGLISH = PluralRules.forLocale(ULocale.ENGLISH);
    private static final PluralRules ARABIC = PluralRules.forLocale(new ULocale("ar"));

    private Plural() {}

    static String en(Number count) {
        return ENGLISH.select(count.intValue());
    }

    static String ar(Number count) {
        return ARABIC.select(count.intValue());
    }
}
