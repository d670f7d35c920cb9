/**
 * What all API operations share: JSON, error codes, query parameters, limits of bodies, faults as answers. It knows no
 * operation and no client.
 */
@NullMarked
package io.sarf.payouts.api;

import org.jspecify.annotations.NullMarked;
