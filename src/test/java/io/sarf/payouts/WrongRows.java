package io.sarf.payouts;

import static io.sarf.payouts.WrongHouse.code;

/** Code that {@link RowRules} have to find. */
final class WrongRows {
    private WrongRows() {}

    static WrongHouse everybodys() {
        return code("""
                package io.sarf.payouts.payout;
                class Everybodys {
                    static class Rows implements io.quarkus.hibernate.orm.panache.PanacheRepositoryBase<Payout, String> {}
                    java.util.List<Payout> all() { return java.util.List.of(); }
                }
                """, """
                package io.sarf.payouts.payout;
                class Counting {
                    jakarta.persistence.EntityManager entities;
                    long count(String status) { return 0; }
                }
                """)
                .andSays("Everybodys.all() does not say whose rows", "Counting.count(java.lang.String) does not say");
    }

    static WrongHouse greedy() {
        return code("""
                package io.sarf.payouts.payout;
                class Greedy {
                    Payouts payouts;
                    Object all(java.util.List<io.sarf.payouts.bank.OurReference> some) { return payouts.whose(some); }
                    java.util.function.Function<java.util.List<io.sarf.payouts.bank.OurReference>, Object> later() { return payouts::whose; }
                }
                """, """
                package io.sarf.payouts.payout;
                @io.sarf.payouts.application.AcrossApplications
                class Unreasonable {
                }
                """)
                .andSays(
                        "Greedy.all(java.util.List) reads rows of all applications",
                        "Greedy.later() reads rows of all applications",
                        "Unreasonable does not say why");
    }

    static WrongHouse guessing() {
        return code("""
                package io.sarf.payouts.payout;
                class Guessing {
                    String one() { return "lower(name) like concat('%', lower(?1), '%')"; }
                    String other() { return "iban LIKE :part"; }
                    String words() { return "a time like 2026-03-01"; }
                }
                """)
                .andSays("Guessing.java searches with LIKE: lower(name)", "Guessing.java searches with LIKE: iban");
    }

    static WrongHouse open() {
        return code("""
                package io.sarf.payouts.payout;
                @jakarta.persistence.Entity
                class Open { int amount; }
                """).andSays("Open.amount");
    }

    static WrongHouse settable() {
        return code("""
                package io.sarf.payouts.payout;
                @jakarta.persistence.Entity
                class Settable { void setStatus(String status) {} }
                """).andSays("Settable.setStatus");
    }

    static WrongHouse findingItself() {
        return code("""
                package io.sarf.payouts.payout;
                class FindingItself extends io.quarkus.hibernate.orm.panache.PanacheEntityBase {}
                """).andSays("FindingItself");
    }
}
