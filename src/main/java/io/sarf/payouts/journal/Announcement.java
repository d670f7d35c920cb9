package io.sarf.payouts.journal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param payload in field order of the wire contract; values are strings, numbers, booleans, maps, or null */
public record Announcement(String type, String message, Map<String, @Nullable Object> payload) {}
