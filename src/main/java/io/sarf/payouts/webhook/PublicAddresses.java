package io.sarf.payouts.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * IPv4 without the IANA special-purpose ranges; IPv6 only as allocated, without addresses that embed an IPv4 address.
 */
final class PublicAddresses {
    private record Range(byte[] network, int bits) {
        static Range of(String text) {
            var slash = text.indexOf('/');
            try {
                // A literal, so getByName does no lookup.
                var network = InetAddress.getByName(text.substring(0, slash)).getAddress();
                return new Range(network, Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            var whole = bits / 8;
            if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
                return false;
            }
            var mask = 0xff00 >> bits % 8 & 0xff;
            return mask == 0 || (address[whole] & mask) == (network[whole] & mask);
        }
    }

    private static final Range GLOBAL_IPV6 = Range.of("2000::/3");

    private static final List<Range> SPECIAL = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32", // Azure's metadata and agent address, public by number only
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23", // Teredo and others of the IETF
                    "2001:db8::/32",
                    "2002::/16", // 6to4
                    "3fff::/20")
            .stream()
            .map(Range::of)
            .toList();

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        // Java converts an IPv4-mapped IPv6 address to IPv4, so the length of the bytes decides.
        var bytes = address.getAddress();
        var known = bytes.length == 4 || GLOBAL_IPV6.contains(bytes);
        return known && SPECIAL.stream().noneMatch(range -> range.contains(bytes));
    }
}
