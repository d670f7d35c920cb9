package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

final class Resources {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Resources() {}

    static Properties properties(String name) {
        var properties = new Properties();
        try (var stream = open(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no openapi/" + name);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode example(String operation) {
        try (var stream = open("examples/" + operation + ".json")) {
            return stream == null ? JSON.createObjectNode() : JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String name) {
        try (var stream = open(name)) {
            if (stream == null) {
                throw new IllegalStateException("There is no openapi/" + name);
            }
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream open(String name) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi/" + name);
    }
}
