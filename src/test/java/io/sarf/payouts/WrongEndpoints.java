package io.sarf.payouts;

import static io.sarf.payouts.WrongHouse.code;

/** Code that {@link EndpointRules} have to find. */
final class WrongEndpoints {
    private WrongEndpoints() {}

    static WrongHouse answering() {
        return code("""
                package io.sarf.payouts.payout;
                class Answering {
                    jakarta.ws.rs.core.Response answer;
                    org.jboss.resteasy.reactive.RestResponse<String> other;
                }
                """).andSays("Answering.answer", "Answering.other");
    }

    static WrongHouse painting() {
        return code("""
                package io.sarf.payouts.payout;
                class Painting { io.quarkus.qute.Template page; }
                """).andSays("Painting.page");
    }

    static WrongHouse talking() {
        return code("""
                package io.sarf.payouts.payout;
                class Talking { io.quarkus.qute.i18n.Localized.Literal language; }
                """).andSays("Talking.language");
    }

    static WrongHouse entityOnPage() {
        return code("""
                package io.sarf.payouts.payout;
                record Page(java.util.List<Line> lines) implements io.quarkus.qute.TemplateInstance {
                    record Line(Payout payout) {}
                }
                """).andSays("Page$Line.payout hands an entity to a template");
    }

    static WrongHouse hidden() {
        return code("""
                package io.sarf.payouts.payout;
                class HiddenPages { @jakarta.ws.rs.GET String show() { return ""; } }
                """).andSays("HiddenPages.show()> does not have modifier PUBLIC");
    }

    static WrongHouse unguarded() {
        return code("""
                package io.sarf.payouts.payout;
                @jakarta.ws.rs.Path("/open")
                class OpenPages { @jakarta.ws.rs.GET public String show() { return ""; } }
                """).andSays("OpenPages.show() is unguarded");
    }
}
