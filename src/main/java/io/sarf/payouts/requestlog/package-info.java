/**
 * What a client's back end asked of the API in the last seven days and what it was answered, for its developers. Reads
 * calls and never changes one. It is a log and not money: calls wait in memory and are written a moment after they were
 * answered, so a node that is killed loses its last second of them, and one that cannot write for long drops calls and
 * counts them. A call of which no secret or token of ours says whose it is belongs to nobody and is not kept; neither
 * is anything the token endpoint was sent or gave, nor more than a few a minute of those that were turned away.
 */
@NullMarked
package io.sarf.payouts.requestlog;

import org.jspecify.annotations.NullMarked;
