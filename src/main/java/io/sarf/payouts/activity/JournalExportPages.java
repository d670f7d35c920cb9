package io.sarf.payouts.activity;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.ExportJournal;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

@Path("/dashboard/{application}/{environment}/activity/journal")
@RolesAllowed(Permission.Name.ALL_ACTIVITY)
@Blocking
class JournalExportPages {
    private final ExportJournal export;
    private final Clock clock;

    JournalExportPages(ExportJournal export, Clock clock) {
        this.export = export;
        this.clock = clock;
    }

    @GET
    public Response export(@BeanParam ScopePath here) {
        var scope = here.scope();
        StreamingOutput file = out -> export.write(scope, out);
        return Response.ok(file, "application/x-ndjson")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(scope) + "\"")
                .build();
    }

    private String name(Scope scope) {
        return "journal-" + scope.application() + "-"
                + scope.environment().name().toLowerCase(Locale.ROOT) + "-"
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".jsonl";
    }
}
