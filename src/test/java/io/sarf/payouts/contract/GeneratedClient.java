package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.generated.ApiClient;
import io.sarf.generated.ApiException;
import io.sarf.generated.api.AuthorizationsApi;
import io.sarf.generated.api.BanksApi;
import io.sarf.generated.api.BulkPaymentsApi;
import io.sarf.generated.api.CustomersApi;
import io.sarf.generated.api.DestinationsApi;
import io.sarf.generated.api.EventsApi;
import io.sarf.generated.api.PaymentSourcesApi;
import io.sarf.generated.api.PayoutsApi;
import io.sarf.generated.api.TokenApi;
import io.sarf.payouts.application.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.function.Consumer;

/** A back end whose client was generated from the document. */
final class GeneratedClient {
    interface Call {
        void make() throws ApiException;
    }

    private final ApiClient client;

    /** @param address where the product is, with what a test puts behind it */
    GeneratedClient(URI address, Consumer<HttpRequest.Builder> more) {
        client = new ApiClient();
        client.updateBaseUri(address.toString().replaceAll("/$", ""));
        client.setRequestInterceptor(more);
    }

    /** With a token that it has asked for. */
    static GeneratedClient of(URI address, Scope scope, String secret, String wanted) throws ApiException {
        var token = new GeneratedClient(address, request -> {}).token(scope, secret, wanted);
        return new GeneratedClient(address, request -> request.setHeader("Authorization", "Bearer " + token));
    }

    String token(Scope scope, String secret, String wanted) throws ApiException {
        return new TokenApi(client)
                .createToken("client_credentials", wanted, scope.application().toString(), secret)
                .getAccessToken();
    }

    PayoutsApi payouts() {
        return new PayoutsApi(client);
    }

    BulkPaymentsApi bulks() {
        return new BulkPaymentsApi(client);
    }

    AuthorizationsApi authorizations() {
        return new AuthorizationsApi(client);
    }

    DestinationsApi destinations() {
        return new DestinationsApi(client);
    }

    CustomersApi customers() {
        return new CustomersApi(client);
    }

    PaymentSourcesApi sources() {
        return new PaymentSourcesApi(client);
    }

    BanksApi banks() {
        return new BanksApi(client);
    }

    EventsApi events() {
        return new EventsApi(client);
    }

    /** How a call is refused, as {@code 404 UNKNOWN_PAYMENT}. */
    static String refusal(Call call) {
        try {
            call.make();
            return "200";
        } catch (ApiException refused) {
            try {
                var error = new ObjectMapper().readTree(refused.getResponseBody());
                return refused.getCode() + " "
                        + (error.has("status") ? error.path("status") : error.path("error")).asText();
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }
    }
}
