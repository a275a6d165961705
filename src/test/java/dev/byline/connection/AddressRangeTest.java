package dev.byline.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "2001:db8::/129",
                "2001:db8::/x",
                "/8"
            })
    void what_is_no_range(String text) {
        assertEquals(Optional.empty(), AddressRange.parse(text).map(AddressRange::toString));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, 10.0.0.7, true",
        "10.0.0.7, 10.0.0.8, false",
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.127, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1, true",
        "::ffff:192.0.2.1, 192.0.2.1, true",
        "192.0.2.0/24, ::ffff:192.0.2.1, true",
        "fe80::/10, fe80::1%eth0, true"
    })
    void holds_what_it_names(String range, String address, boolean holds) {
        assertEquals(
                holds,
                AddressRange.parse(range)
                        .orElseThrow()
                        .holds(AddressRange.address(address).orElseThrow()));
    }
}
