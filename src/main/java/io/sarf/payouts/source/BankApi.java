package io.sarf.payouts.source;

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

    BankApi(CurrentClient client, Banks banks) {
        this.client = client;
        this.banks = banks;
    }

    @GET
    @RolesAllowed("bank.read")
    @Described(
            operationId = "listBanks",
            summary = "List banks",
            description = "Those that can be connected in the token's environment.")
    public List<BankView> all() {
        var sandbox = client.scope().sandbox();
        return banks.all().stream()
                .map(Bank::profile)
                .filter(bank -> bank.mock() == sandbox)
                .map(BankView::of)
                .toList();
    }
}
