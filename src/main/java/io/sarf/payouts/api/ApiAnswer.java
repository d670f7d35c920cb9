package io.sarf.payouts.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** @param replayed whether this is the stored answer to a repeated call */
public record ApiAnswer(int status, byte[] body, boolean replayed) {

    public static ApiAnswer of(int status, Object value) {
        return new ApiAnswer(status, ApiJson.write(value), false);
    }

    public Response response() {
        var response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        if (replayed) {
            response.header("idempotent-replayed", true);
        }
        return response.build();
    }
}
