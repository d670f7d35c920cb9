package io.sarf.payouts.web;

import io.sarf.payouts.platform.DevelopmentMode;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An action's message on the next page, in a cookie. Escaped and shown only to its owner, it needs no signature. */
public record Flash(String kind, String text) {
    static final OwnCookie COOKIE = new OwnCookie("flash");

    public static Response done(String url, String text) {
        return to(url, new Flash("success", text));
    }

    public static Response refused(String url, String text) {
        return to(url, new Flash("danger", text));
    }

    public static Response silent(String url) {
        return Response.seeOther(URI.create(url)).build();
    }

    private static Response to(String url, Flash flash) {
        var cookie = new NewCookie.Builder(COOKIE.name())
                .value(flash.encoded())
                .path("/")
                .maxAge(60)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(!DevelopmentMode.now())
                .build();
        return Response.seeOther(URI.create(url)).cookie(cookie).build();
    }

    private String encoded() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable Flash decoded(String value) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8).split("\n", 2);
            return parts.length == 2 && parts[0].matches("success|danger|info") ? new Flash(parts[0], parts[1]) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
