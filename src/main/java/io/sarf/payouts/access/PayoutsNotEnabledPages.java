package io.sarf.payouts.access;

import io.sarf.payouts.web.Flash;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

class PayoutsNotEnabledPages {
    @ServerExceptionMapper
    Response closed(PayoutsAccess.Closed closed) {
        return Flash.silent(EnablePayoutsPages.url(closed.scope()));
    }
}
