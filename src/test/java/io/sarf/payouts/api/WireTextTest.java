package io.sarf.payouts.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"c0af", "eda080", "f5808080", "ff", "c3", "e282", "f0828282"})
    void bytes_that_are_not_utf_8_are_no_text(String hexadecimal) {
        assertThat(WireText.utf8(HexFormat.of().parseHex(hexadecimal))).isEmpty();
    }

    @Test
    void a_byte_order_mark_before_a_text_is_left_out() {
        assertThat(WireText.utf8("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).contains("{}");
    }

    @Test
    void every_surrogate_needs_its_other_half() {
        assertThat(WireText.wellFormed("\ud83d\ude00 سرف")).isTrue();
        assertThat(WireText.wellFormed("x\ud800")).isFalse();
        assertThat(WireText.wellFormed("\udc00x")).isFalse();
        assertThat(WireText.wellFormed("\ude00\ud83d")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a%4", "%zz", "%-1", "%C0%AF", "%ff", "%ED%A0%80"})
    void what_is_not_percent_encoded_utf_8_is_no_value_and_no_address(String encoded) {
        assertThat(WireText.formValue(encoded.getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(WireText.percentEncoded(encoded)).isFalse();
    }

    @Test
    void a_form_value_is_decoded_once() {
        assertThat(WireText.formValue("a+b%2Bc%2541%C3%A9".getBytes(StandardCharsets.US_ASCII)))
                .contains("a b+c%41é");
        assertThat(WireText.percentEncoded("/a%20b%C3%A9")).isTrue();
        assertThat(WireText.percentEncoded("/é")).isFalse();
    }
}
