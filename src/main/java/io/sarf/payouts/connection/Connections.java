package io.sarf.payouts.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.PaddedInList;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
public class Connections {
    @ApplicationScoped
    static class Rows implements ScopedRows<BankConnection> {}

    private static final Sort DEFAULTS_FIRST = Sort.by(
                    "defaultAuthorizer", Sort.Direction.Descending, Sort.NullPrecedence.NULLS_LAST)
            .and("connectedAt");

    private final Rows rows;
    private final Vault vault;
    private final ObjectMapper json;

    Connections(Rows rows, Vault vault, ObjectMapper json) {
        this.rows = rows;
        this.vault = vault;
        this.json = json;
    }

    public BankConnection require(Scope scope, ConnectionId id) {
        return rows.one(scope, id.value()).orElseThrow(() -> new Missing("bank connection"));
    }

    /** Reads those of several applications at once, so that {@link #require} finds them in this transaction. */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(Set<ConnectionId> ids) {
        PaddedInList.find(
                rows.getEntityManager(),
                BankConnection.class,
                ids.stream().map(ConnectionId::value).toList());
    }

    /** Missing if the connection is removed. */
    public BankConnection requireLive(Scope scope, ConnectionId id) {
        return rows.within(scope, "id = ?1 and status <> 'REMOVED'", id.value())
                .firstResultOptional()
                .orElseThrow(() -> new Missing("bank connection"));
    }

    /** Locks it for a change; also finds removed ones. */
    BankConnection locked(Scope scope, ConnectionId id) {
        return rows.within(scope, "id = ?1", id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Missing("bank connection"));
    }

    /** Of one moment: read one after the other, a change between could be seen in one of them only. */
    Map<ConnectionId, BankConnection> those(Scope scope, Collection<ConnectionId> ids) {
        return rows
                .within(scope, "id in ?1", ids.stream().map(ConnectionId::value).toList())
                .stream()
                .collect(Collectors.toMap(BankConnection::id, one -> one));
    }

    /** With a shared lock, so that no other transaction changes it before this one ends. */
    public BankConnection stored(Scope scope, ConnectionId id) {
        return rows.within(scope, "id = ?1", id.value())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .orElseThrow(() -> new Missing("bank connection"));
    }

    public List<BankConnection> all(Scope scope) {
        return rows.within(scope, DEFAULTS_FIRST, "status <> 'REMOVED'").list();
    }

    public Optional<BankConnection> defaultAuthorizer(Scope scope, String bank) {
        return all(scope).stream()
                .filter(connection ->
                        connection.defaultAuthorizer() && connection.bank().equals(bank))
                .findFirst();
    }

    /** The default authorizers of all banks, first connected first. */
    public List<BankConnection> defaultAuthorizers(Scope scope) {
        return all(scope).stream().filter(BankConnection::defaultAuthorizer).toList();
    }

    public Optional<BankConnection> of(Scope scope, UUID person, String bank) {
        return all(scope).stream()
                .filter(connection -> connection.connectedBy().equals(person)
                        && connection.bank().equals(bank))
                .findFirst();
    }

    @AcrossApplications
    List<BankConnection> notReserved() {
        return rows.find("defaultAuthorizer = true and reservedAt is null and status = 'ACTIVE' order by connectedAt")
                .page(0, 20)
                .list();
    }

    /** Still reserved though no longer the default authorizer, or removed and stored long enough. */
    @AcrossApplications
    List<BankConnection> leftOver(Instant removedBefore) {
        return rows.find(
                        "(defaultAuthorizer is null and reservedAt is not null)"
                                + " or (status = 'REMOVED' and credentialsKey <> '' and removedAt < ?1)"
                                + " order by connectedAt",
                        removedBefore)
                .page(0, 20)
                .list();
    }

    /** Decrypts the credentials for one call to the bank; they must not be stored. */
    public Credentials credentials(BankConnection connection) {
        return opened(connection.credentials(), connection.place());
    }

    void add(Scope scope, BankConnection connection) {
        rows.persistAndFlush(connection);
    }

    Vault.Sealed sealed(Credentials credentials, String place) {
        try {
            return vault.seal(json.writeValueAsString(credentials), place);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Two strings are always JSON", e);
        }
    }

    Credentials opened(Vault.Sealed sealed, String place) {
        try {
            return json.readValue(vault.open(sealed, place), Credentials.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was sealed is JSON");
        }
    }
}
