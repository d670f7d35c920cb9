package io.sarf.payouts.web;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language of a page: the reader's choice, else the browser's preference. */
@Singleton
public class Languages {
    public static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"));

    private static final String ASKED = "sarf.language";

    void templates(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(template -> template.setAttribute(TemplateInstance.LOCALE, current()));
    }

    public Locale current() {
        return of(Readers.request());
    }

    public Locale asked() {
        return asked(Readers.request());
    }

    public static Locale of(@Nullable RoutingContext request) {
        return Readers.of(request)
                .map(Reader::language)
                .map(Locale::forLanguageTag)
                .orElseGet(() -> asked(request));
    }

    private static Locale asked(@Nullable RoutingContext request) {
        if (request == null) {
            return Locale.ENGLISH;
        }
        // Cached, because a page asks for each of its messages.
        Locale known = request.get(ASKED);
        if (known == null) {
            known = Optional.ofNullable(request.request().getHeader("Accept-Language"))
                    .flatMap(header -> AcceptedLanguages.best(header, OURS))
                    .orElse(Locale.ENGLISH);
            request.put(ASKED, known);
        }
        return known;
    }
}
