package io.sarf.payouts.platform;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** Which of our languages a page is written in: what the browser asks for first, of English and Arabic. */
@Singleton
public class Languages {
    private static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"));

    private final CurrentVertxRequest request;

    Languages(CurrentVertxRequest request) {
        this.request = request;
    }

    void templates(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setAttribute(TemplateInstance.LOCALE, current()));
    }

    /** The language of the page being made; English outside of a request. */
    public Locale current() {
        var context = io.quarkus.arc.Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        return context == null ? Locale.ENGLISH : of(context.request());
    }

    /** The language a request asks for. */
    public static Locale of(HttpServerRequest request) {
        var wanted = request.getHeader("Accept-Language");
        if (wanted == null) {
            return Locale.ENGLISH;
        }
        try {
            var best = Locale.lookup(LanguageRange.parse(wanted), OURS);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.ENGLISH;
        }
    }
}
