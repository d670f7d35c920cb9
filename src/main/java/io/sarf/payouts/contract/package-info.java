/**
 * The API as an OpenAPI document, from annotations on endpoints and from shared rules. Knows no feature, and describes
 * by hand only what the code does not say.
 */
@NullMarked
package io.sarf.payouts.contract;

import org.jspecify.annotations.NullMarked;
