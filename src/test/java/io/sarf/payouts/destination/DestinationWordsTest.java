package io.sarf.payouts.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.activity.KnownTypes;
import java.lang.reflect.Proxy;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DestinationWordsTest {
    /** Each sentence is its name. */
    private final DestinationMessages messages = (DestinationMessages) Proxy.newProxyInstance(
            DestinationMessages.class.getClassLoader(),
            new Class<?>[] {DestinationMessages.class},
            (proxy, method, arguments) -> method.getName());

    @Test
    void whatever_happens_to_a_destination_has_words_in_its_history() {
        var words = new DestinationWords(messages, Locale.ENGLISH);
        assertThat(KnownTypes.of("destination"))
                .contains("beneficiary.removed")
                .allSatisfy(type -> assertThat(words.happened(type)).startsWith("happened"));
    }
}
