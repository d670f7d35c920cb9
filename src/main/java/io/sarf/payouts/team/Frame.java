package io.sarf.payouts.team;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Application;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.web.Assets;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.FlashCookie;
import io.sarf.payouts.web.Languages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The layout around every page. */
@Named("frame")
@RequestScoped
public class Frame {
    public record Tab(String key, String label, String url, String icon, boolean current) {}

    public record Company(String name, String url) {}

    /** Maximum shown here; all companies are on a page of their own. */
    private static final int COMPANIES = 8;

    private final CurrentMember caller;
    private final People people;
    private final Applications applications;
    private final Languages languages;
    private final Assets assets;
    private final FlashCookie flash;
    private final CsrfTokenParameterProvider csrf;

    private @Nullable Scope scope;
    private String currentTab = "";
    // Cached, because the layout asks several times.
    private @Nullable Application shown;
    private @Nullable List<Company> otherCompanies;

    Frame(
            CurrentMember caller,
            People people,
            Applications applications,
            Languages languages,
            Assets assets,
            FlashCookie flash,
            CsrfTokenParameterProvider csrf) {
        this.caller = caller;
        this.people = people;
        this.applications = applications;
        this.languages = languages;
        this.assets = assets;
        this.flash = flash;
        this.csrf = csrf;
    }

    /** Sets the scope and the current tab; pages outside an application do not call it. */
    public Scope at(ScopePath path, String tab) {
        var here = path.scope();
        scope = here;
        currentTab = tab;
        return here;
    }

    public String lang() {
        return languages.current().getLanguage();
    }

    public String dir() {
        return lang().equals("ar") ? "rtl" : "ltr";
    }

    public String theme() {
        var person = caller.personOrNull();
        var theme =
                person == null ? Preferences.Theme.AUTO : person.preferences().theme();
        return theme.name().toLowerCase(Locale.ROOT);
    }

    public @Nullable String applicationName() {
        var application = application();
        return application == null ? null : application.name();
    }

    /** The address includes the logo's digest, so a new logo has a new address; null without a logo. */
    public @Nullable String logoUrl() {
        var application = application();
        var logo = application == null ? null : application.logo();
        return logo == null || scope == null ? null : scope.path() + "/settings/logo?v=" + logo.substring(0, 16);
    }

    private @Nullable Application application() {
        if (shown == null && scope != null) {
            shown = applications.require(scope.application());
        }
        return shown;
    }

    /** Sorted by name; empty outside an application. */
    public List<Company> otherCompanies() {
        if (otherCompanies == null) {
            var person = caller.personOrNull();
            var here = scope;
            otherCompanies = person == null || here == null || caller.memberOrNull() == null
                    ? List.of()
                    : people.memberships(person).stream()
                            .filter(one -> !one.application().equals(here.application()))
                            .map(one -> new Company(
                                    one.name(),
                                    new Scope(one.application(), here.environment()).path() + "/getting-started"))
                            .limit(COMPANIES)
                            .toList();
        }
        return otherCompanies;
    }

    public String initial() {
        var name = applicationName();
        return name == null ? "S" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    public boolean sandbox() {
        return scope != null && scope.sandbox();
    }

    public String environmentName() {
        return sandbox() ? words().sandbox() : words().production();
    }

    public String otherEnvironmentName() {
        return sandbox() ? words().production() : words().sandbox();
    }

    public String otherEnvironmentUrl() {
        if (scope == null) {
            return "/dashboard";
        }
        var other = sandbox() ? Environment.PRODUCTION : Environment.SANDBOX;
        return new Scope(scope.application(), other).path() + "/getting-started";
    }

    public List<Tab> tabs() {
        var tabs = new ArrayList<Tab>();
        var words = words();
        add(tabs, Permission.MEMBER, "getting-started", words.gettingStarted(), "getting-started");
        add(tabs, Permission.PAYOUTS, "payouts", words.payouts(), "payouts");
        add(tabs, Permission.PAYOUTS, "destinations", words.destinations(), "destinations");
        add(tabs, Permission.PAYOUTS, "connections", words.connections(), "bank");
        add(tabs, Permission.INTEGRATION, "webhooks", words.webhooks(), "webhooks");
        // Test users exist only in the sandbox. A member who sees nothing else there has no such tab in production.
        add(
                tabs,
                sandbox() ? Permission.SEE_TEST_USERS : Permission.INTEGRATION,
                "integration",
                words.integration(),
                "integration");
        add(tabs, Permission.MEMBER, "team", words.team(), "team");
        add(tabs, Permission.ACTIVITY, "activity", words.activity(), "activity");
        add(tabs, Permission.SETTINGS, "settings", words.settings(), "settings");
        return tabs;
    }

    private void add(List<Tab> tabs, Permission permission, String key, String label, String icon) {
        var member = caller.memberOrNull();
        if (scope != null && member != null && member.may(permission)) {
            tabs.add(new Tab(key, label, scope.path() + "/" + key, icon, key.equals(currentTab)));
        }
    }

    public String personName() {
        var person = caller.personOrNull();
        return person == null ? "" : person.name();
    }

    public String personEmail() {
        var person = caller.personOrNull();
        return person == null ? "" : person.email();
    }

    public boolean representative() {
        return caller.representative();
    }

    public @Nullable Flash flash() {
        return flash.take();
    }

    /** With the current page, for the way back. */
    public String profileUrl() {
        return "/profile" + (scope == null || caller.memberOrNull() == null ? "" : "?from=" + scope.path());
    }

    public String signOutUrl() {
        return "/sign-out";
    }

    /** Empty when the request was answered before it got a token; such pages have no forms. */
    public String csrfToken() {
        try {
            return csrf.getToken();
        } catch (IllegalStateException none) {
            return "";
        }
    }

    public String csrfParameter() {
        return csrf.getParameterName();
    }

    public String asset(String name) {
        return assets.url(name);
    }

    private FrameMessages words() {
        return MessageBundles.get(FrameMessages.class, Localized.Literal.of(lang()));
    }
}
