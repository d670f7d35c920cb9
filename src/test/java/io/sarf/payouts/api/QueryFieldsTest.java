package io.sarf.payouts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryFieldsTest {
    enum Colour {
        RED,
        BLUE
    }

    private static QueryFields given(String... values) {
        var given = new MultivaluedHashMap<String, String>();
        given.put("colours", List.of(values));
        return new QueryFields(given);
    }

    @Test
    void several_values_stand_in_fields_of_their_own_or_with_commas_between() {
        assertThat(given("RED", "BLUE").words("colours", Colour.class)).containsExactly(Colour.RED, Colour.BLUE);
        assertThat(given("RED,BLUE").words("colours", Colour.class)).containsExactly(Colour.RED, Colour.BLUE);
        assertThat(given("").words("colours", Colour.class)).isEmpty();
        assertThat(given().words("colours", Colour.class)).isEmpty();
    }

    @Test
    void a_value_that_is_none_of_them_is_named() {
        var query = given("RED,GREEN");

        query.words("colours", Colour.class);

        assertThatThrownBy(query::raise).hasMessageContaining("colours").hasMessageContaining("GREEN");
    }
}
