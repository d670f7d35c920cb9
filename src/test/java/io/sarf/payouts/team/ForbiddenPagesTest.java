package io.sarf.payouts.team;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class ForbiddenPagesTest {
    @RolesAllowed(Permission.Name.MEMBER)
    static class Page {
        public void see() {}

        @RolesAllowed(Permission.Name.MANAGE_TEAM)
        public void change() {}

        @RolesAllowed(Permission.Name.REPRESENTATIVE)
        public void enable() {}
    }

    @Test
    void the_method_says_what_is_missing_before_its_class_does() {
        assertThat(ForbiddenPages.missing(endpoint("change"))).contains(Permission.MANAGE_TEAM);
        assertThat(ForbiddenPages.missing(endpoint("see"))).contains(Permission.MEMBER);
    }

    @Test
    void no_role_of_a_company_makes_a_representative() {
        assertThat(ForbiddenPages.missing(endpoint("enable"))).isEmpty();
    }

    private static ResourceInfo endpoint(String method) {
        return new ResourceInfo() {
            @Override
            public Method getResourceMethod() {
                try {
                    return Page.class.getMethod(method);
                } catch (NoSuchMethodException e) {
                    throw new AssertionError(e);
                }
            }

            @Override
            public Class<?> getResourceClass() {
                return Page.class;
            }
        };
    }
}
