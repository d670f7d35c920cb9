package io.sarf.payouts.session;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.team.ActiveSessions;
import jakarta.enterprise.context.ApplicationScoped;

/** What ran out long ago, and forms that nobody came back for, are not kept. */
@ApplicationScoped
class ForgetSessions {
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Sessions are people's, whatever applications they belong to");

    private final ActiveSessions sessions;
    private final SavedForms forms;

    ForgetSessions(ActiveSessions sessions, SavedForms forms) {
        this.sessions = sessions;
        this.forms = forms;
    }

    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        sessions.forget(RIGHT);
        forms.forget(RIGHT);
    }
}
