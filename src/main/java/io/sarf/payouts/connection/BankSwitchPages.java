package io.sarf.payouts.connection;

import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Shown;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

@Path("/dashboard/{application}/{environment}/connections/banks/{bank}")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class BankSwitchPages {
    /** @param payouts whether the bank makes payouts; others have no switch */
    record Line(
            String action,
            BankBadge bank,
            String country,
            boolean payouts,
            boolean active,
            boolean on,
            int connected) {}

    private final Banks banks;
    private final BankSwitches switches;
    private final PayoutsVisit visit;
    private final Frame frame;

    BankSwitchPages(Banks banks, BankSwitches switches, PayoutsVisit visit, Frame frame) {
        this.banks = banks;
        this.switches = switches;
        this.visit = visit;
        this.frame = frame;
    }

    List<Line> lines(Scope scope, List<BankConnection> connected) {
        var off = switches.off(scope);
        return banks.all(scope.sandbox()).stream()
                .map(Bank::profile)
                .map(bank -> line(scope, bank, !off.contains(bank.identifier()), connected))
                .toList();
    }

    private Line line(Scope scope, BankProfile bank, boolean on, List<BankConnection> connected) {
        var logins = connected.stream()
                .filter(one -> one.bank().equals(bank.identifier()))
                .count();
        return new Line(
                ConnectionPages.url(scope) + "/banks/" + bank.identifier(),
                BankBadge.of(bank, frame.lang()),
                Shown.country(bank.country(), Locale.forLanguageTag(frame.lang())),
                bank.payouts(),
                bank.active(),
                on,
                Math.toIntExact(logins));
    }

    /** @param on the desired state, so that sending the form twice has no further effect */
    @POST
    public Response turn(@BeanParam ScopePath here, @RestPath String bank, @RestForm boolean on) {
        var scope = visit.to(here, "connections");
        var profile = banks.find(bank, scope.sandbox())
                .map(Bank::profile)
                .filter(BankProfile::payouts)
                .orElseThrow(() -> new Missing("bank"));
        switches.turn(scope, profile, on, visit.person().actor());
        var words = ConnectionWords.in(frame.lang()).banks();
        var name = profile.name(frame.lang());
        return Flash.done(ConnectionPages.url(scope), on ? words.nowOn(name) : words.nowOff(name));
    }
}
