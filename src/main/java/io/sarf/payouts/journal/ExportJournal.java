package io.sarf.payouts.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Each entry is a line of JSON with the columns the digest covers; the signed head follows each chain. */
@ApplicationScoped
public class ExportJournal {
    private static final int PAGE = 500;

    private final EntityManager entities;
    private final SignedHeads heads;
    private final Sealer sealer;
    private final ObjectMapper json;
    private final Clock clock;

    private record Place(long sequence, byte[] digest) {}

    ExportJournal(EntityManager entities, SignedHeads heads, Sealer sealer, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.heads = heads;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /** The public key that verifies the heads. */
    public String key() {
        return heads.key();
    }

    /** Writes the chains as they are now; entries sealed during the export are left out. */
    public void write(Scope scope, OutputStream out) throws IOException {
        var chains =
                List.of(Chain.team(scope.application()).name(), Chain.of(scope).name());
        sealer.seal(chains);
        for (var chain : chains) {
            write(scope, chain, out);
        }
    }

    private void write(Scope scope, String chain, OutputStream out) throws IOException {
        var end = QuarkusTransaction.requiringNew().call(() -> end(scope, chain));
        var written = 0L;
        while (written < end.sequence()) {
            var after = written;
            for (var link : QuarkusTransaction.requiringNew().call(() -> links(scope, chain, after, end.sequence()))) {
                line(out, link);
                written++;
            }
            if (written == after) {
                throw new IllegalStateException(chain + " has no entry after " + after);
            }
        }
        line(
                out,
                Map.of(
                        "head",
                        heads.sign(
                                chain,
                                end.sequence(),
                                end.digest(),
                                clock.instant().toString())));
    }

    private Place end(Scope scope, String chain) {
        var head = entities.find(JournalChain.class, chain);
        return head == null ? new Place(0, Digest.GENESIS) : new Place(head.sequence(), head.digest());
    }

    private List<Map<String, @Nullable Object>> links(Scope scope, String chain, long after, long last) {
        return entities
                .createQuery(
                        "select seal, entry from JournalSeal seal join JournalEntry entry on entry.id = seal.entry"
                                + " where seal.chain = :chain and seal.sequence > :after and seal.sequence <= :last"
                                + " order by seal.sequence",
                        Object[].class)
                .setParameter("chain", chain)
                .setParameter("after", after)
                .setParameter("last", last)
                .setMaxResults(PAGE)
                .getResultList()
                .stream()
                .map(row -> {
                    var seal = (JournalSeal) row[0];
                    Map<String, @Nullable Object> line = new LinkedHashMap<>();
                    line.put("sequence", seal.sequence());
                    line.putAll(((JournalEntry) row[1]).columns());
                    line.put("digest", HexFormat.of().formatHex(seal.digest()));
                    return line;
                })
                .toList();
    }

    private void line(OutputStream out, Object what) throws IOException {
        out.write(json.writeValueAsString(what).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
