package io.sarf.payouts.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptsJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/*",
                "application/json",
                "Application/JSON; charset=utf-8",
                "text/html, */*;q=0.1",
                "*/*;q=0, application/json"
            })
    void json_is_taken(String accept) {
        assertThat(AcceptsJson.in(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "x",
                ",",
                "application/json;q=0",
                "application/json; q=0.000, */*",
                "application/*;q=0, */*",
                "application/xml"
            })
    void json_is_not_taken(String accept) {
        assertThat(AcceptsJson.in(List.of(accept))).isFalse();
    }

    @Test
    void no_header_takes_everything_and_several_are_one_list() {
        assertThat(AcceptsJson.in(List.of())).isTrue();
        assertThat(AcceptsJson.in(List.of("text/html", "application/json"))).isTrue();
    }
}
