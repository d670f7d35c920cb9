package io.sarf.sandboxbank;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Escapes all external data. */
final class PortalViews {
    private final Engine engine = Engine.builder()
            .addDefaults()
            .addLocator(PortalViews::located)
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .build();

    String page(String name, Map<String, Object> data) {
        return engine.getTemplate(name).data(data).render();
    }

    static byte[] resource(String path) {
        try (InputStream found = PortalViews.class.getResourceAsStream(path)) {
            if (found == null) {
                throw new IllegalStateException("Not on the class path: " + path);
            }
            return found.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<TemplateLocator.TemplateLocation> located(String name) {
        return Optional.of(
                new Page(new String(resource("/sandboxbank/portal/" + name + ".html"), StandardCharsets.UTF_8)));
    }

    private record Page(String text) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
