package io.sarf.payouts.contract;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

@Path("/docs")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Blocking
class ReferencePages {
    @CheckedTemplate(basePath = "docs", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Api(List<Reference.Resource> resources) implements TemplateInstance {}

    private final Reference reference;

    ReferencePages(Reference reference) {
        this.reference = reference;
    }

    @GET
    public TemplateInstance api() {
        return new Api(reference.resources());
    }
}
