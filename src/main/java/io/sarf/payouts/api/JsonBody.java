package io.sarf.payouts.api;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The raw body, for operations that need its exact bytes; others declare their record. */
public record JsonBody(byte[] bytes) {
    static JsonBody from(InputStream stream, String path) throws IOException {
        var limit = ApiPaths.bodyLimit(path);
        var bytes = stream.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw tooLarge(path);
        }
        return new JsonBody(bytes);
    }

    public static ApiFault tooLarge(String path) {
        return new ApiFault(
                ApiCode.PAYLOAD_TOO_LARGE, "The body may have at most " + ApiPaths.bodyLimit(path) + " bytes");
    }

    /** @throws ApiFault with every field that is unknown or of the wrong type */
    public <T> T as(Class<T> type) {
        return ApiJson.read(bytes, type);
    }

    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
