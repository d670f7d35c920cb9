package io.sarf.payouts.web;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

/** Implemented above this package, where the permissions are known. */
public interface ForbiddenPage {
    Response answer(ResourceInfo endpoint, String path);
}
