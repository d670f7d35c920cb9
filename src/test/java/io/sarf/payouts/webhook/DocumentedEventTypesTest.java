package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.ApiContract;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DocumentedEventTypesTest {
    @Test
    void the_document_names_the_events_that_are_sent() {
        var named = new ArrayList<String>();
        ApiContract.read()
                .document()
                .at("/components/schemas/Event/properties/type/enum")
                .forEach(type -> named.add(type.asText()));

        assertThat(named).containsExactlyInAnyOrderElementsOf(EventTypes.ALL);
    }
}
