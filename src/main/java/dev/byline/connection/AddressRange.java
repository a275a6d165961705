package dev.byline.connection;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/// A range of addresses: one address, or a network in the notation of CIDR (RFC 4632, RFC 4291),
/// such as `192.0.2.0/24` and `2001:db8::/32`. No name is ever looked up.
public final class AddressRange {
    private final String text;
    private final InetAddress address;
    private final int prefix;
    private final IpSubnetFilterRule network;

    private AddressRange(String text, InetAddress address, int prefix) {
        this.text = text;
        this.address = address;
        this.prefix = prefix;
        this.network = new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }

    /// @return nothing for what is no range
    public static Optional<AddressRange> parse(String text) {
        var slash = text.indexOf('/');
        var address = address(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        var longest = address.get().getAddress().length * Byte.SIZE;
        var prefix = slash < 0 ? longest : prefix(text.substring(slash + 1));
        return prefix < 0 || prefix > longest
                ? Optional.empty()
                : Optional.of(new AddressRange(text, address.get(), prefix));
    }

    private static int prefix(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }

    /// The address that a text is, without the zone of a local one. One of IPv4 that is mapped
    /// (`::ffff:192.0.2.1`) is that of IPv4.
    static Optional<InetAddress> address(String text) {
        var zone = text == null ? -1 : text.indexOf('%');
        return Optional.ofNullable(zone < 0 ? text : text.substring(0, zone))
                .filter(
                        plain ->
                                NetUtil.isValidIpV4Address(plain)
                                        || NetUtil.isValidIpV6Address(plain))
                .map(NetUtil::createInetAddressFromIpAddressString);
    }

    public boolean holds(InetAddress address) {
        return network.matches(new InetSocketAddress(address, 0));
    }

    /// Whether each address of the other is in this one.
    public boolean holds(AddressRange other) {
        return prefix <= other.prefix && holds(other.address);
    }

    @Override
    public String toString() {
        return text;
    }
}
