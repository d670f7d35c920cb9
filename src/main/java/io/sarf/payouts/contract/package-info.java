/**
 * What the API promises, as a document: what endpoints say of themselves in a word or two, and what holds for all of them
 * by the rules of the house. Knows no feature and refuses to describe anything by hand that the code already says.
 */
@NullMarked
package io.sarf.payouts.contract;

import org.jspecify.annotations.NullMarked;
