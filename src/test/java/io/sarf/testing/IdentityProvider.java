package io.sarf.testing;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sarf.development.RunningStack;
import java.util.function.Predicate;

/** Keycloak's pages as a person meets them. Each call begins where the product has sent the browser: at its sign-in. */
public final class IdentityProvider {

    private final String address;
    private final Mailbox mailbox;

    public IdentityProvider(RunningStack stack) {
        this.address = stack.get("quarkus.oidc.auth-server-url");
        this.mailbox = new Mailbox(stack);
    }

    /** Registers, follows the link in the mail, chooses a password, and is back at the product, signed in. */
    public void signUp(Page page, Person person) {
        page.locator("a[href*='/registration']").click();
        page.locator("#firstName").fill(person.firstName());
        page.locator("#lastName").fill(person.lastName());
        page.locator("#email").fill(person.email());
        page.locator("#kc-register-form [type=submit]").click();
        page.navigate(mailbox.await(person.email()).links().get(0));
        // Asked only when the link is opened in another browser than the one that registered.
        Locator proceed = page.locator("#kc-info-message a");
        if (isHere(page.url()) && proceed.count() > 0) {
            proceed.first().click();
        }
        // Where addresses are confirmed, Keycloak asks for the password only of who has shown to own the address.
        page.locator("#password-new").fill(person.password());
        page.locator("#password-confirm").fill(person.password());
        page.locator("#kc-passwd-update-form [type=submit]").click();
        page.waitForURL(isElsewhere());
    }

    /** Signs in somebody who has an account, and is back at the product. */
    public void signIn(Page page, Person person) {
        page.locator("#username").fill(person.email());
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
        page.waitForURL(isElsewhere());
    }

    /** Shows once more who is asked for, though signed in here, and is back at the product. */
    public void signInAgain(Page page, Person person) {
        page.locator("#password").fill(person.password());
        page.locator("#kc-login").click();
        page.waitForURL(isElsewhere());
    }

    private boolean isHere(String url) {
        return url.startsWith(address);
    }

    private Predicate<String> isElsewhere() {
        return url -> !isHere(url);
    }
}
