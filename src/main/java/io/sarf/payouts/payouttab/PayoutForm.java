package io.sarf.payouts.payouttab;

import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;

/** {@code id} becomes the payout's id, so that sending the form twice creates one payout. */
class PayoutForm {
    @RestForm
    @DefaultValue("")
    public String id = "";

    @RestForm
    @DefaultValue("")
    public String account = "";

    @RestForm
    @DefaultValue("")
    public String destination = "";

    @RestForm
    @DefaultValue("")
    public String amount = "";

    @RestForm
    @DefaultValue("")
    public String description = "";

    @RestForm("external_reference")
    @DefaultValue("")
    public String externalReference = "";

    @RestForm
    @DefaultValue("false")
    public boolean automatic;

    static PayoutForm empty(String id, String destination) {
        var form = new PayoutForm();
        form.id = id;
        form.destination = destination;
        return form;
    }
}
