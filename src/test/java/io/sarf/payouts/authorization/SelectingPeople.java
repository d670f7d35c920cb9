package io.sarf.payouts.authorization;

import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** People who have selected something while their sign-in was too old. */
@ApplicationScoped
public class SelectingPeople {
    private final SavedSelections selections;
    private final EntityManager entities;
    private final Ids ids;

    SelectingPeople(SavedSelections selections, EntityManager entities, Ids ids) {
        this.selections = selections;
        this.entities = entities;
        this.ids = ids;
    }

    /**
     * @param review what for
     * @param authorization whose person selects once more, in the same application
     * @return the id under which the selection is kept
     */
    public String select(SavedSelections.Review review, String authorization, String pick) {
        var key = UUID.fromString(authorization);
        var scope = entities.find(Authorization.class, key).scope();
        var person = entities.createQuery("select person from Authorization where id = :id", UUID.class)
                .setParameter("id", key)
                .getSingleResult();
        var id = new AuthorizationId(ids.next());
        selections.save(scope, new Person(person, "", true, "", null), review, id, List.of(pick));
        return id.toString();
    }
}
