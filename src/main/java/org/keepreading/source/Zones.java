package org.keepreading.source;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones as dates name them: an offset, an abbreviation (RFC 822 and the usual ones), a region. */
final class Zones {
    private static final Pattern OFFSET = Pattern.compile("(?i)(?:gmt|utc|ut)?\\s*([+-])\\s*(\\d{1,2}):?(\\d{2})?");
    private static final Map<String, String> NAMES = names(
            "Z=+00:00 GMT=+00:00 UTC=+00:00 UT=+00:00 WET=+00:00 BST=+01:00 WEST=+01:00 CET=+01:00 MEZ=+01:00 MET=+01:00"
                    + " CEST=+02:00 MESZ=+02:00 MEST=+02:00 EET=+02:00 SAST=+02:00 EEST=+03:00 MSK=+03:00 TRT=+03:00 PKT=+05:00"
                    + " WIB=+07:00 ICT=+07:00 SGT=+08:00 HKT=+08:00 AWST=+08:00 JST=+09:00 KST=+09:00 ACST=+09:30 AEST=+10:00"
                    + " ACDT=+10:30 AEDT=+11:00 NZST=+12:00 NZDT=+13:00 BRT=-03:00 ART=-03:00 ADT=-03:00 NST=-03:30 NDT=-02:30"
                    + " AST=-04:00 AT=-04:00 CT=-06:00 MT=-07:00 PT=-08:00 EDT=-04:00 EST=-05:00 ET=-05:00 CDT=-05:00 CST=-06:00 MDT=-06:00 MST=-07:00 PDT=-07:00"
                    + " PST=-08:00 AKDT=-08:00 AKST=-09:00 HST=-10:00");

    private Zones() {}

    static Optional<ZoneId> named(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(zone -> offset(zone).or(() -> known(zone)).or(() -> region(zone)));
    }

    private static Optional<ZoneId> offset(String zone) {
        var found = OFFSET.matcher(zone);
        if (!found.matches()) {
            return Optional.empty();
        }
        var minutes = found.group(3) == null ? "00" : found.group(3);
        var hours = Integer.parseInt(found.group(2));
        return Optional.of(ZoneOffset.of("%s%02d:%s".formatted(found.group(1), hours, minutes)));
    }

    private static Optional<ZoneId> known(String zone) {
        return Optional.ofNullable(NAMES.get(zone.toUpperCase(Locale.ROOT))).map(ZoneOffset::of);
    }

    private static Optional<ZoneId> region(String zone) {
        try {
            return zone.contains("/") || zone.matches("(?i)(est5edt|cst6cdt|mst7mdt|pst8pdt)")
                    ? Optional.of(ZoneId.of(zone.contains("/") ? zone : zone.toUpperCase(Locale.ROOT)))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> names(String list) {
        var names = new HashMap<String, String>();
        for (var name : list.split(" ", -1)) {
            names.put(name.substring(0, name.indexOf('=')), name.substring(name.indexOf('=') + 1));
        }
        return Map.copyOf(names);
    }
}
