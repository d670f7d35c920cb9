package io.sarf.payouts.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.AuthenticationFailedException;
import io.sarf.payouts.team.People.Claims;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an identity provider says of somebody fits our rows, whatever it says. */
class ClaimsTest {
    @Test
    void a_name_is_cut_and_cleaned() {
        assertThat(named("N".repeat(251)).name()).isEqualTo("N".repeat(200));
        assertThat(named("Amal\u202E\u0000 \n Haddad").name()).isEqualTo("Amal Haddad");
    }

    @Test
    void who_has_no_name_is_called_by_the_address_and_then_by_the_subject() {
        assertThat(named("").name()).isEqualTo("amal@people.example");
        assertThat(named("\u200B").name()).isEqualTo("amal@people.example");
        assertThat(Claims.of("iss", "s-1", "", true, "", "").name()).isEqualTo("s-1");
    }

    /** Cut or cleaned it would be somebody else's, and verified. */
    @ParameterizedTest
    @ValueSource(strings = {"am\u200Bal@people.example", "amal@people.example\u202E", "\u0000"})
    void an_address_is_taken_whole_or_not_at_all(String address) {
        var claims = Claims.of("iss", "s-1", address, true, "Amal", "");

        assertThat(claims.email()).isEmpty();
        assertThat(claims.emailVerified()).isFalse();
    }

    @Test
    void an_address_longer_than_mail_servers_take_is_none() {
        assertThat(Claims.of("iss", "s-1", "a".repeat(242) + "@people.example", true, "Amal", "")
                        .email())
                .isEmpty();
    }

    @Test
    void a_subject_longer_than_openid_connect_allows_is_nobody() {
        assertThatThrownBy(() -> Claims.of("iss", "s".repeat(256), "", false, "Amal", ""))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "9223372036854775807", "-1", "1e9", "253402300800"})
    void a_time_that_is_none_is_not_taken(String time) {
        assertThat(Claims.of("iss", "s-1", "", false, "Amal", time).authenticatedAt())
                .isNull();
    }

    @Test
    void a_time_is_taken_in_seconds() {
        assertThat(Claims.of("iss", "s-1", "", false, "Amal", "1772380800").authenticatedAt())
                .isEqualTo(Instant.ofEpochSecond(1772380800));
    }

    private static Claims named(String name) {
        return Claims.of("iss", "s-1", "amal@people.example", true, name, "");
    }
}
