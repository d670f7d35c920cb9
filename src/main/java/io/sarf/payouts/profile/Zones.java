package io.sarf.payouts.profile;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import com.ibm.icu.util.ULocale;
import io.sarf.payouts.web.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The time zones of the world. Names of the same zone are listed once. */
final class Zones {
    /** @param label for example {@code Dubai (UTC+4)} */
    record Zone(String id, String city, String label) {}

    /** @param key the first part of the ids, for example {@code Asia} */
    record Region(String key, List<Zone> zones) {}

    private static final String UTC = "UTC";

    private Zones() {}

    /** The id under which the list has a zone; empty where it does not. */
    static Optional<String> known(@Nullable String id) {
        if (id == null || id.equals(UTC)) {
            return Optional.ofNullable(id);
        }
        return Optional.ofNullable(TimeZone.getCanonicalID(id)).filter(places()::contains);
    }

    static List<Region> all(String language, Instant now) {
        var names = TimeZoneNames.getInstance(new ULocale(language));
        var regions = new TreeMap<String, Collection<Zone>>();
        var order = Comparator.comparing(Zone::city, Collator.getInstance(new ULocale(language)))
                .thenComparing(Zone::id);
        for (var id : places()) {
            var city = city(names, id);
            var zone = new Zone(id, city, city + " (" + Moment.offset(ZoneId.of(id), now) + ")");
            regions.computeIfAbsent(id.substring(0, id.indexOf('/')), any -> new TreeSet<>(order))
                    .add(zone);
        }
        return regions.entrySet().stream()
                .map(region -> new Region(region.getKey(), List.copyOf(region.getValue())))
                .toList();
    }

    private static String city(TimeZoneNames names, String id) {
        var name = names.getExemplarLocationName(id);
        return name == null ? id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') : name;
    }

    private static Collection<String> places() {
        var all = new TreeSet<>(TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, null, null));
        all.retainAll(ZoneId.getAvailableZoneIds());
        all.removeIf(id -> id.indexOf('/') < 0);
        return all;
    }
}
