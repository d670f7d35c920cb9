/**
 * The life of a session beside the sign-in: what its owner sees and ends of it, its end at the identity provider, and what
 * was typed when it ran out. Who is signed in, and what they may, is the team's.
 */
@NullMarked
package io.sarf.payouts.session;

import org.jspecify.annotations.NullMarked;
