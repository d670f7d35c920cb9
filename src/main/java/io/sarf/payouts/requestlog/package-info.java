/**
 * The API calls of a client's back end in the last seven days with their answers. Never changes a call. Best effort:
 * calls are buffered in memory; a killed node loses the last second of them, and one that cannot write for long drops
 * calls and counts them. Not stored: calls without a secret or token of ours, bodies of the token endpoint, and refused
 * calls above a few a minute.
 */
@NullMarked
package io.sarf.payouts.requestlog;

import org.jspecify.annotations.NullMarked;
