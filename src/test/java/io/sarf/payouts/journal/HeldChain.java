package io.sarf.payouts.journal;

import io.sarf.testing.StackResource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** While it is held, nobody seals the chain: a sealer waits for the lock of its head. */
public final class HeldChain implements AutoCloseable {
    private final Connection owner;

    private HeldChain(Connection owner) {
        this.owner = owner;
    }

    public static HeldChain hold(Chain chain) throws SQLException {
        var stack = StackResource.stack();
        var owner = DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.flyway.username"),
                stack.get("quarkus.flyway.password"));
        owner.setAutoCommit(false);
        try (var head =
                owner.prepareStatement("INSERT INTO journal_chain (chain, head_sequence, head_digest, event_head)"
                        + " VALUES (?, 0, ?, 0) ON DUPLICATE KEY UPDATE chain = chain")) {
            head.setString(1, chain.name());
            head.setBytes(2, Digest.GENESIS);
            head.executeUpdate();
        }
        return new HeldChain(owner);
    }

    @Override
    public void close() throws SQLException {
        if (!owner.isClosed()) {
            owner.rollback();
            owner.close();
        }
    }
}
