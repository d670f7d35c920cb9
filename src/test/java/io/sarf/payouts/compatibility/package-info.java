/**
 * The API beside the examples of the reference whose contract it keeps. The examples, what is answered differently, and why,
 * lie in {@code src/test/resources/lean}.
 */
package io.sarf.payouts.compatibility;
