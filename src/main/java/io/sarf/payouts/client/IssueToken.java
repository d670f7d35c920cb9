package io.sarf.payouts.client;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class IssueToken {
    private static final String CUSTOMER = "customer.";

    private final Applications applications;
    private final ClientSecrets secrets;
    private final SigningKeys keys;
    private final Tokens tokens;
    private final KnownCustomers customers;
    private final Ids ids;

    IssueToken(
            Applications applications,
            ClientSecrets secrets,
            SigningKeys keys,
            Tokens tokens,
            KnownCustomers customers,
            Ids ids) {
        this.applications = applications;
        this.secrets = secrets;
        this.keys = keys;
        this.tokens = tokens;
        this.customers = customers;
        this.ids = ids;
    }

    @ActivateRequestContext
    @Nullable
    ClientSecret authenticate(TokenRequest request) {
        var application = application(request.clientId());
        return application == null ? null : secrets.find(application, request.clientSecret());
    }

    @ActivateRequestContext
    String issue(ClientSecret secret, String wanted) {
        var scope = secret.scope();
        var customer = customer(scope, wanted);
        var allowed = customer == null ? ofApi(scope) : Set.copyOf(TokenScope.OF_CUSTOMER);
        var client = new Client(scope, secret.id(), allowed, customer);
        return tokens.sign(client, ids.next(), keys.signing());
    }

    private Set<String> ofApi(Scope scope) {
        var all = new HashSet<>(TokenScope.OF_API);
        if (applications.require(scope).onDemandEnabled()) {
            all.add(TokenScope.PAYOUT_AUTHORIZE);
        }
        return all;
    }

    private @Nullable UUID customer(Scope scope, String wanted) {
        if (wanted.equals("api")) {
            return null;
        }
        var customer = wanted.startsWith(CUSTOMER) ? uuid(wanted.substring(CUSTOMER.length())) : null;
        if (customer == null || !customers.include(scope, customer)) {
            throw TokenFault.invalidScope();
        }
        return customer;
    }

    private static @Nullable ApplicationId application(String clientId) {
        var id = uuid(clientId);
        return id == null ? null : new ApplicationId(id);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
