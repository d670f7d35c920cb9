package io.sarf.payouts.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.api.QueryFields;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.contract.Described;
import io.sarf.payouts.contract.FailsWith;
import io.sarf.payouts.contract.QueryField;
import io.sarf.payouts.contract.TakesQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/customers/v1")
@Tag(name = "Customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class CustomerApi {
    private static final int NAME_MAX = 255;

    /**
     * @param governmentIdentifiers accepted as in Lean's API, but not stored; the reference also spells it in the
     *     singular
     */
    @Schema(name = "NewCustomer", requiredProperties = "app_user_id")
    record NewCustomer(
            @Nullable String appUserId,
            @Nullable JsonNode governmentIdentifiers,
            @Nullable JsonNode governmentIdentifier) {}

    @Schema(name = "CustomerList")
    record View(List<Customers.Named> data, ApiPage page) {}

    private final CurrentClient client;
    private final Customers customers;

    CustomerApi(CurrentClient client, Customers customers) {
        this.client = client;
        this.customers = customers;
    }

    @POST
    @RolesAllowed("customer.write")
    @Described(
            operationId = "createCustomer",
            summary = "Create a customer",
            description = "Under your own name for it, which no other customer of the environment has.")
    @APIResponseSchema(value = Customers.Named.class, responseCode = "200", responseDescription = "It was created")
    @FailsWith(ApiCode.CUSTOMER_ALREADY_EXISTS)
    public Customers.Named create(NewCustomer wanted) {
        var scope = client.scope();
        var name = wanted.appUserId();
        if (name == null) {
            throw ApiFault.of(ApiCode.INVALID_PARAMETERS, List.of(WrongField.missing("app_user_id")));
        }
        if (name.isBlank() || name.codePointCount(0, name.length()) > NAME_MAX) {
            throw ApiFault.invalid("app_user_id", name, "Between 1 and 255 characters are expected");
        }
        if (customers.find(scope, name).isPresent()) {
            throw known();
        }
        try {
            return QuarkusTransaction.requiringNew().call(() -> customers.add(scope, name, client.actor()));
        } catch (PersistenceException e) {
            // A concurrent call with the same name may have won: report that it exists.
            if (QuarkusTransaction.requiringNew()
                    .call(() -> customers.find(scope, name))
                    .isPresent()) {
                throw known();
            }
            throw e;
        }
    }

    @GET
    @RolesAllowed("customer.read")
    @Described(
            operationId = "listCustomers",
            summary = "List customers",
            description = "The company itself first, then oldest first.")
    @TakesQuery({QueryField.PAGE_NUMBER, QueryField.PAGE_SIZE})
    public View list(@Context UriInfo uri) {
        var query = new QueryFields(uri.getQueryParameters());
        var number = query.pageNumber();
        var size = query.pageSize();
        query.raise();
        var scope = client.scope();
        var only = client.customer();
        if (only.isPresent()) {
            var own = only.flatMap(customer -> customers.find(scope, customer)).stream()
                    .filter(customer -> number == 0)
                    .toList();
            return new View(own, ApiPage.of(number, size, 1, null));
        }
        return new View(customers.page(scope, number, size), ApiPage.of(number, size, customers.count(scope), null));
    }

    @GET
    @Path("/{customer}")
    @RolesAllowed("customer.read")
    @Described(
            operationId = "getCustomer",
            summary = "Look up one customer",
            description = "By the id it was given when it was created.")
    @FailsWith(ApiCode.UNKNOWN_CUSTOMER)
    public Customers.Named one(@PathParam("customer") UUID customer) {
        return visible(customers.find(client.scope(), customer));
    }

    @GET
    @Path("/app-user-id/{name}")
    @RolesAllowed("customer.read")
    @Described(
            operationId = "getCustomerByAppUserId",
            summary = "Look up one customer by your own name for it",
            description = "By the name it was created with, percent-encoded; a semicolon is sent as %3B.")
    @FailsWith(ApiCode.UNKNOWN_CUSTOMER)
    public Customers.Named named(@PathParam("name") String name) {
        return visible(customers.find(client.scope(), name));
    }

    private Customers.Named visible(Optional<Customers.Named> found) {
        return found.filter(customer -> client.speaksFor(customer.customerId()))
                .orElseThrow(() -> new ApiFault(ApiCode.UNKNOWN_CUSTOMER, "There is no such customer"));
    }

    private static ApiFault known() {
        return new ApiFault(ApiCode.CUSTOMER_ALREADY_EXISTS, "There is a customer with this app_user_id");
    }
}
