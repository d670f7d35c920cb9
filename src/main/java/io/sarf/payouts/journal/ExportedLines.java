package io.sarf.payouts.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an export strictly: invalid UTF-8 is a fault of its own line only. */
final class ExportedLines {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final InputStream file;

    ExportedLines(InputStream file) {
        this.file = file;
    }

    byte @Nullable [] next() throws IOException {
        var read = file.read();
        if (read < 0) {
            return null;
        }
        var line = new ByteArrayOutputStream(512);
        while (read >= 0 && read != '\n') {
            line.write(read);
            read = file.read();
        }
        return line.toByteArray();
    }

    /** @throws IOException if the line is not UTF-8 or not JSON */
    static JsonNode tree(byte[] line) throws IOException {
        return JSON.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    }

    /** @throws IOException if a field is missing or unknown */
    static JournalHead head(JsonNode node) throws IOException {
        var head = JSON.treeToValue(node, JournalHead.class);
        // The JSON reader leaves missing fields null, even where the type forbids it.
        if (Stream.of(head.chain(), head.digest(), head.takenAt(), head.key(), head.signature())
                .anyMatch(Objects::isNull)) {
            throw new IOException("A field of the head is missing");
        }
        return head;
    }

    List<JournalHead> heads() throws IOException {
        var heads = new ArrayList<JournalHead>();
        for (var line = next(); line != null; line = next()) {
            var head = tree(line).path("head");
            if (head.isObject()) {
                heads.add(head(head));
            }
        }
        return heads;
    }
}
