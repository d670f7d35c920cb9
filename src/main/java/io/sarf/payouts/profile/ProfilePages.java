package io.sarf.payouts.profile;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.People;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Languages;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/profile")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
class ProfilePages {
    private static final String ADDRESS = "/profile";
    private static final int UNPROCESSABLE = 422;

    /** @param name of the company, or of the page with all companies */
    record Back(String url, String name) {}

    record Region(String name, List<Zones.Zone> zones) {}

    record Errors(
            @Nullable String language,
            @Nullable String zone,
            @Nullable String theme,
            @Nullable String awaiting) {
        static final Errors NONE = new Errors(null, null, null, null);

        public boolean none() {
            return equals(NONE);
        }
    }

    /** @param form the stored preferences, or the refused ones */
    @CheckedTemplate(basePath = "profile", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Profile(
            String action, Back back, String name, String email, List<Region> regions, ProfileForm form, Errors errors)
            implements TemplateInstance {}

    private final People people;
    private final Languages languages;
    private final CurrentMember caller;
    private final Frame frame;
    private final Clock clock;

    ProfilePages(People people, Languages languages, CurrentMember caller, Frame frame, Clock clock) {
        this.people = people;
        this.languages = languages;
        this.caller = caller;
        this.frame = frame;
        this.clock = clock;
    }

    /** @param from address of the application's environment the person comes from */
    @GET
    public TemplateInstance show(@RestQuery @Nullable String from) {
        var form = ProfileForm.of(caller.person().preferences());
        return page(from, form, Errors.NONE);
    }

    @POST
    public Response choose(@RestQuery @Nullable String from, @BeanParam ProfileForm form) {
        var wanted = form.preferences();
        if (wanted.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(page(from, form, errors(form)))
                    .build();
        }
        people.prefer(caller.person(), wanted.get());
        // The message uses the language that was just chosen, like the page that shows it.
        var language = Objects.requireNonNullElseGet(
                wanted.get().language(), () -> languages.asked().getLanguage());
        return Flash.done(address(place(from)), ProfileWords.in(language).saved());
    }

    private Errors errors(ProfileForm form) {
        var choose = words().choose();
        return new Errors(
                form.languageKnown() ? null : choose,
                form.knownZone().isPresent() ? null : words().chooseZone(),
                form.knownTheme().isPresent() ? null : choose,
                form.knownAwaiting().isPresent() ? null : choose);
    }

    private Profile page(@Nullable String from, ProfileForm form, Errors errors) {
        var place = place(from);
        var regions = Zones.all(frame.lang(), clock.instant()).stream()
                .map(region -> new Region(ProfileWords.region(words(), region.key()), region.zones()))
                .toList();
        var person = caller.person();
        return new Profile(address(place), back(place), person.name(), person.email(), regions, form, errors);
    }

    private record Place(Scope scope, String company) {}

    /** Accepts only the person's own applications, so that no other address can be given. */
    private @Nullable Place place(@Nullable String from) {
        return people.memberships(caller.person()).stream()
                .flatMap(one -> Stream.of(Environment.values())
                        .map(environment -> new Place(new Scope(one.application(), environment), one.name())))
                .filter(one -> one.scope().path().equals(from))
                .findFirst()
                .orElse(null);
    }

    private static String address(@Nullable Place place) {
        return place == null ? ADDRESS : ADDRESS + "?from=" + place.scope().path();
    }

    private Back back(@Nullable Place place) {
        return place == null
                ? new Back("/dashboard", words().dashboard())
                : new Back(place.scope().path() + "/getting-started", place.company());
    }

    private ProfileMessages words() {
        return ProfileWords.in(frame.lang());
    }
}
