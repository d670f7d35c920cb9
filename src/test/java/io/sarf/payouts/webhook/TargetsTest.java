package io.sarf.payouts.webhook;

import static io.sarf.payouts.application.Environment.PRODUCTION;
import static io.sarf.payouts.application.Environment.SANDBOX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.payouts.application.Environment;
import io.sarf.payouts.webhook.Targets.Names;
import io.sarf.payouts.webhook.UrlRefused.Fault;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private static final Names PUBLIC = answering("93.184.216.34");
    private static final Names LOOPBACK = answering("127.0.0.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com/webhooks",
                "https://hooks.example.com",
                "HTTPS://HOOKS.EXAMPLE.COM:443/a?b=c%20d",
                "https://hooks.example.com:8443/",
                "https://hooks.example.com./a",
                "https://xn--mgbh0fb.example/"
            })
    void an_ordinary_address_is_taken_in_production(String url) throws UrlRefused {
        var target = new Targets(false, PUBLIC).admit(url, PRODUCTION);

        assertThat(target.address().getHostAddress()).isEqualTo("93.184.216.34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hooks.example.com",
                "//hooks.example.com/",
                "https:",
                "https://",
                "https:///path",
                "https:hooks.example.com",
                "https://hooks.example.com/ a",
                "https://hooks.example.com/\r\nx: y",
                "https://hooks.example.com\\@127.0.0.1/",
                "https://hooks.example.com/#fragment",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks.example.com:99999999999/",
                "https://hooks.example.com:x/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://0/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1%25eth0]/",
                "https://[64:ff9b::7f00:1]/",
                "https://hooks_example.com/",
                "https://متجر.example/",
                "https://１２７.0.0.1/",
                "https://127。0。0。1/",
                "https://*.example.com/"
            })
    void what_is_no_plain_address_is_refused_before_any_name_is_looked_up(String url) {
        Names none = host -> {
            throw new AssertionError(host);
        };
        assertThat(fault(new Targets(false, none), url)).isEqualTo(Fault.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://hooks.example.com/, NOT_HTTPS",
        "ftp://hooks.example.com/, NOT_HTTPS",
        "file://hooks.example.com/etc/passwd, NOT_HTTPS",
        "gopher://hooks.example.com/, NOT_HTTPS",
        "https://user@hooks.example.com/, CREDENTIALS",
        "https://user:password@hooks.example.com/, CREDENTIALS",
        "https://hooks.example.com@127.0.0.1/, CREDENTIALS",
        "https://@hooks.example.com/, CREDENTIALS",
        "https://hooks.example.com:80/, PORT",
        "https://hooks.example.com:22/, PORT",
        "https://hooks.example.com:9200/, PORT",
    })
    void the_reason_is_named(String url, Fault fault) {
        assertThat(fault(new Targets(false, PUBLIC), url)).isEqualTo(fault);
    }

    @Test
    void a_long_address_is_refused() {
        var url = "https://hooks.example.com/" + "a".repeat(2_000);

        assertThat(fault(new Targets(false, PUBLIC), url)).isEqualTo(Fault.TOO_LONG);
    }

    @Test
    void other_ports_are_for_the_sandbox() throws UrlRefused {
        assertThat(new Targets(false, PUBLIC)
                        .admit("https://hooks.example.com:9443/", SANDBOX)
                        .port())
                .isEqualTo(9443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.100.100.200/",
                "https://0.0.0.0/",
                "https://localhost/",
                "https://224.0.0.1/"
            })
    void addresses_of_our_own_network_are_refused_in_both_environments(String url) {
        Names real = host -> List.of(InetAddress.getByName(host));
        for (var environment : Environment.values()) {
            assertThatThrownBy(() -> new Targets(false, real).admit(url, environment))
                    .extracting(e -> ((UrlRefused) e).fault())
                    .isEqualTo(Fault.NOT_PUBLIC);
        }
    }

    @Test
    void one_private_address_among_public_ones_is_enough_to_refuse() {
        var mixed = answering("93.184.216.34", "10.0.0.1");

        assertThat(fault(new Targets(false, mixed), "https://hooks.example.com/"))
                .isEqualTo(Fault.NOT_PUBLIC);
    }

    @Test
    void a_name_is_looked_up_once_and_the_number_that_was_checked_is_the_one_to_connect_to() throws UrlRefused {
        var answers = new ArrayList<>(List.of("93.184.216.34", "127.0.0.1"));
        Names rebinding = host -> List.of(InetAddress.getByName(answers.remove(0)));

        var target = new Targets(false, rebinding).admit("https://hooks.example.com/", SANDBOX);

        assertThat(target.address().getHostAddress()).isEqualTo("93.184.216.34");
        assertThat(answers).hasSize(1);
    }

    @Test
    void loopback_and_plain_http_are_for_developing_only() throws UrlRefused {
        assertThat(new Targets(true, LOOPBACK)
                        .admit("http://localhost:9000/hook", PRODUCTION)
                        .port())
                .isEqualTo(9000);
        assertThat(fault(new Targets(false, LOOPBACK), "http://localhost:9000/hook"))
                .isEqualTo(Fault.NOT_HTTPS);
        assertThat(fault(new Targets(false, LOOPBACK), "https://localhost/hook"))
                .isEqualTo(Fault.NOT_PUBLIC);
    }

    @Test
    void allowing_loopback_allows_nothing_else() {
        assertThat(fault(new Targets(true, PUBLIC), "http://hooks.example.com/"))
                .isEqualTo(Fault.NOT_HTTPS);
        assertThat(fault(new Targets(true, answering("10.0.0.1")), "https://hooks.example.com/"))
                .isEqualTo(Fault.NOT_PUBLIC);
        assertThat(fault(new Targets(true, answering("127.0.0.1", "10.0.0.1")), "https://hooks.example.com/"))
                .isEqualTo(Fault.NOT_PUBLIC);
    }

    @Test
    void path_and_query_go_over_the_wire_as_they_were_written() throws UrlRefused {
        var targets = new Targets(false, PUBLIC);

        assertThat(targets.admit("https://hooks.example.com", SANDBOX).request())
                .isEqualTo("/");
        assertThat(targets.admit("https://hooks.example.com/a%2Fb?c=%20&d", SANDBOX)
                        .request())
                .isEqualTo("/a%2Fb?c=%20&d");
        assertThat(targets.admit("https://hooks.example.com?x=1", SANDBOX).request())
                .isEqualTo("/?x=1");
    }

    @Property
    void whatever_is_typed_the_answer_is_a_target_or_a_reason(@ForAll String text) {
        try {
            assertThat(new Targets(false, PUBLIC)
                            .admit("https://" + text, SANDBOX)
                            .uri()
                            .getHost())
                    .isNotEmpty();
        } catch (UrlRefused refused) {
            assertThat(refused.fault()).isNotNull();
        }
    }

    private static Fault fault(Targets targets, String url) {
        try {
            targets.admit(url, PRODUCTION);
            throw new AssertionError("Admitted: " + url);
        } catch (UrlRefused e) {
            return e.fault();
        }
    }

    private static Names answering(String... addresses) {
        return host -> {
            var answers = new ArrayList<InetAddress>();
            for (var address : addresses) {
                answers.add(InetAddress.getByName(address));
            }
            return answers;
        };
    }
}
