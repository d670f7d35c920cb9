package io.sarf.payouts.source;

import io.sarf.payouts.api.QueryFields;
import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.QueryField;
import io.sarf.payouts.contract.TakesQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lists the banks of the caller's environment. Banks without real money exist only in the sandbox. */
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
    @TakesQuery({
        QueryField.ACCOUNT_TYPES,
        QueryField.BANK_TYPE,
        QueryField.CONNECTION_TYPES,
        QueryField.COUNTRY_CODES,
        QueryField.CUSTOMER_ID
    })
    public List<BankView> all(@Context UriInfo uri) {
        var scope = client.scope();
        var wanted = wanted(new QueryFields(uri.getQueryParameters()));
        var off = switches.off(scope);
        return banks.all(scope.sandbox()).stream()
                .map(Bank::profile)
                .map(bank -> BankView.of(bank, !off.contains(bank.identifier())))
                .filter(wanted)
                .toList();
    }

    private static Predicate<BankView> wanted(QueryFields query) {
        var accounts = query.words("account_types", BankView.AccountType.class);
        var connections = query.words("connection_types", BankView.ConnectionType.class);
        var countries = query.all("country_codes", "Codes of three capital letters are expected", BankApi::country);
        var type = query.oneOf("bank_type", BankProfile.Type.class);
        query.id("customer_id");
        query.raise();
        return bank -> (accounts.isEmpty() || accounts.contains(bank.accountType()))
                && (connections.isEmpty() || connections.contains(bank.connectionType()))
                && (countries.isEmpty() || countries.contains(bank.countryCode()))
                && (type == null || type == bank.bankType());
    }

    private static @Nullable String country(String code) {
        return code.matches("[A-Z]{3}") ? code : null;
    }
}
