package io.sarf.payouts.activity;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
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
import java.io.OutputStreamWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

@Path("/dashboard/{application}/{environment}/activity/export")
@RolesAllowed(Permission.Name.ACTIVITY)
@Blocking
class ActivityExportPages {
    private static final int MOST = 50_000;

    private final EntryHistory history;
    private final Details details;
    private final ActivityReader reader;
    private final Banks banks;
    private final CurrentMember caller;
    private final Frame frame;
    private final Clock clock;

    ActivityExportPages(
            EntryHistory history,
            Details details,
            ActivityReader reader,
            Banks banks,
            CurrentMember caller,
            Frame frame,
            Clock clock) {
        this.history = history;
        this.details = details;
        this.reader = reader;
        this.banks = banks;
        this.caller = caller;
        this.frame = frame;
        this.clock = clock;
    }

    /** For an invalid filter the activity page shows the errors. */
    @GET
    public Response export(@BeanParam ScopePath here, @BeanParam ActivityForm form) {
        var scope = here.scope();
        var member = caller.member();
        var words = ActivityWords.in(frame.lang(), banks);
        var filter = new ActivityFilter(
                form,
                ActivityReader.kinds(member),
                reader.people(scope, member),
                words.page(),
                caller.person().zone());
        if (!filter.faults().isEmpty()) {
            return Response.seeOther(URI.create(scope.path() + "/activity?" + form.query()))
                    .build();
        }
        var table = new ActivityCsv(history, details, words, MOST);
        StreamingOutput file = out -> {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            table.write(scope, filter.wanted(), writer);
            writer.flush();
        };
        return Response.ok(file, "text/csv; charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name(scope) + "\"")
                .build();
    }

    private String name(Scope scope) {
        return "activity-" + scope.application() + "-" + scope.environment().path() + "-"
                + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".csv";
    }
}
