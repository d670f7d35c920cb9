package io.sarf.payouts.source;

import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.contract.Described;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Banks that can be connected in the caller's environment; those without real money in the sandbox only. */
@Path("/banks/v1")
@Tag(name = "Banks")
@Produces(MediaType.APPLICATION_JSON)
class BankApi {
    private final CurrentClient client;
    private final Banks banks;
    private final BankSwitches switches;

    BankApi(CurrentClient client, Banks banks, BankSwitches switches) {
        this.client = client;
        this.banks = banks;
        this.switches = switches;
    }

    @GET
    @RolesAllowed("bank.read")
    @Described(
            operationId = "listBanks",
            summary = "List banks",
            description = "Those that can be connected in the token's environment.")
    public List<BankView> all() {
        var scope = client.scope();
        var off = switches.off(scope);
        return banks.all(scope.sandbox()).stream()
                .map(Bank::profile)
                .map(bank -> BankView.of(bank, !off.contains(bank.identifier())))
                .toList();
    }
}
