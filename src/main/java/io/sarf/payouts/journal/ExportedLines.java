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

/** The lines of an export, read to the letter: a byte that is no text is a fault of its own line and of no other. */
final class ExportedLines {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final InputStream file;

    ExportedLines(InputStream file) {
        this.file = file;
    }

    /** A line without its end; null behind the last one. */
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

    /** @throws IOException when it is no UTF-8 or no JSON */
    static JsonNode tree(byte[] line) throws IOException {
        return JSON.readTree(UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    }

    /** @throws IOException when a field is missing, or is one too many */
    static JournalHead head(JsonNode node) throws IOException {
        var head = JSON.treeToValue(node, JournalHead.class);
        // Fields that are missing are null whatever their type says.
        if (Stream.of(head.chain(), head.digest(), head.takenAt(), head.key(), head.signature())
                .anyMatch(Objects::isNull)) {
            throw new IOException("A field of the head is missing");
        }
        return head;
    }

    /** The heads in a file: of an export, or kept by themselves. */
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
