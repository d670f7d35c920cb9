package io.sarf.testing;

import io.sarf.development.RunningStack;
import java.util.Locale;
import java.util.UUID;

/** Somebody with an account at the identity provider, or about to have one. */
public record Person(String firstName, String lastName, String email, String password) {

    /** A person nobody has met: the address is new each time. */
    public static Person named(String firstName, String lastName) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        String email = firstName.toLowerCase(Locale.ROOT) + "-" + unique + "@people.example";
        return new Person(firstName, lastName, email, "Correct-horse-" + unique);
    }

    /** The member of staff who is there from the start. */
    public static Person representative(RunningStack stack) {
        return new Person(
                "Rana",
                "Representative",
                stack.get("stack.representative.email"),
                stack.get("stack.representative.password"));
    }
}
