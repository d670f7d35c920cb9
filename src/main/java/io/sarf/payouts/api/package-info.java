/**
 * What all operations of the API share: JSON in and out, error codes, query fields, limits of bodies, the caller's fault as an
 * answer. It knows no operation and no client.
 */
@NullMarked
package io.sarf.payouts.api;

import org.jspecify.annotations.NullMarked;
