package io.sarf.payouts.platform;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Which of our languages a page is written in: what its reader has chosen, else what the browser asks for first. */
@Singleton
public class Languages {
    /** English and Arabic. */
    public static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"));

    void templates(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setAttribute(TemplateInstance.LOCALE, current()));
    }

    /** The language of the page being made; English outside of a request. */
    public Locale current() {
        return of(Readers.request());
    }

    /** What the browser asks for, whatever its reader has chosen; English outside of a request. */
    public Locale asked() {
        return asked(Readers.request());
    }

    /** The language of the answer to a request. */
    public static Locale of(@Nullable RoutingContext request) {
        return Readers.of(request)
                .map(Reader::language)
                .map(Locale::forLanguageTag)
                .orElseGet(() -> asked(request));
    }

    private static Locale asked(@Nullable RoutingContext request) {
        var wanted = request == null ? null : request.request().getHeader("Accept-Language");
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
