package dev.byline.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// For whom is counted what somebody asks for: an address, or a token and its account.
public record Holders(List<Holder> all) {
    private static final int NETWORK_BYTES = 8;
    private static final int SHARES_OF_ACCOUNT = 2;

    /// @param shares how many quotas it has
    record Holder(String key, int shares) {}

    /// Of IPv6 a home or an office has a /64, of which each machine takes as many addresses as it
    /// likes.
    public static Holders of(InetAddress address) {
        var bytes = address.getAddress();
        var network = address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
        return new Holders(List.of(new Holder(HexFormat.of().formatHex(network), 1)));
    }

    public static Holders of(UUID token, UUID account) {
        return new Holders(
                List.of(
                        new Holder(token.toString(), 1),
                        new Holder(account.toString(), SHARES_OF_ACCOUNT)));
    }
}
