package io.sarf.payouts.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entry tells the client's back end: the type, sentence and payload of an event as the wire contract has it.
 *
 * @param payload in the order of its fields; values are strings, numbers, booleans, maps, or null
 */
public record Announcement(String type, String message, Map<String, @Nullable Object> payload) {}
