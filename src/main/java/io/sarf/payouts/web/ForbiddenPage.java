package io.sarf.payouts.web;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

/** What a person sees who may not do something; made where the permissions are known, which is above platform. */
public interface ForbiddenPage {
    /**
     * @param endpoint what was refused
     * @param path its address
     */
    Response answer(ResourceInfo endpoint, String path);
}
