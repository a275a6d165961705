package dev.byline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.org/a                      | must begin with https:// or http://",
                "//example.org                      | must begin with https:// or http://",
                "''                                 | must begin with https:// or http://",
                "ftp://example.org                  | must begin with https:// or http://",
                "javascript:alert(1)                | must begin with https:// or http://",
                "https:example.org                  | // behind https:",
                "HTTPS:/example.org                 | // behind HTTPS:",
                "https://                           | name a host",
                "https:///a                         | name a host",
                "https://:80/a                      | name a host",
                "https://?q                         | name a host",
                "https://user@example.org/          | user name or a password",
                "https://user:pass@example.org/     | user name or a password",
                "https://example.org\\a             | backslash",
                "https://example.org/a\\b           | backslash",
                "https://example.org:99999/         | port from 1 to 65535",
                "https://example.org:0/             | port from 1 to 65535",
                "https://example.org:80a/           | port from 1 to 65535",
                "https://exa mple.org/              | domain name or an IP address",
                "https://a..b/                      | domain name or an IP address",
                "https://.example.org/              | domain name or an IP address",
                "https://a,b/                       | domain name or an IP address",
                "https://müller..example/           | empty part",
                "https://mü ller.example/           | host",
                "https://a／ü.example/              | host",
                "https://ü%2fa.example/             | host",
                "https://אa.example/                | directions",
                "https://127.0.0/                   | four numbers",
                "https://127.0.0.256/               | four numbers",
                "https://2130706433/                | four numbers",
                "https://0x7f.1/                    | four numbers",
                "https://[::1/                      | IPv6 address",
                "https://[::1:80/                   | IPv6 address",
                "https://[::1%25eth0]/              | IPv6 address",
                "https://[example]/                 | IPv6 address",
                "https://example.org/100%           | %25",
                "https://example.org/%zz            | %25",
                "https://m%C3.example/              | host",
            })
    void what_is_none_is_told_why(String text, String reason) {
        var fault = WebAddresses.fault(text);
        assertTrue(fault.orElse("").contains(reason), fault::toString);
        assertEquals(text, WebAddresses.ascii(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", "\n", "\r", "\u0000", "\u0085", "\u007f"})
    void control_characters_are_named(String control) {
        var fault = WebAddresses.fault("https://example.org/a" + control + "b").orElseThrow();
        assertTrue(fault.contains("(U+%04X)".formatted((int) control.charAt(0))), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u202e", "\ufeff", "\u00ad", "\u2028"})
    void what_nobody_sees_is_named(String hidden) {
        var fault = WebAddresses.fault("https://example.org/a" + hidden).orElseThrow();
        assertTrue(fault.contains("U+%04X".formatted((int) hidden.charAt(0))), fault);
    }

    @Test
    void labels_and_names_are_bounded_in_ascii() {
        assertTrue(fault("https://" + "ü".repeat(60) + ".example/").contains("63"));
        assertTrue(fault("https://" + "ü.".repeat(60) + "example/").contains("253"));
        assertTrue(fault("https://" + "a".repeat(64) + ".example/").contains("domain name"));
    }

    private static String fault(String text) {
        return WebAddresses.fault(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://müller.example/ä b         | https://xn--mller-kva.example/%C3%A4%20b",
                "https://straße.example             | https://xn--strae-oqa.example",
                "https://例え。テスト/パス?質問=1#節   | https://xn--r8jz45g.xn--zckzah/%E3%83%91%E3%82%B9?%E8%B3%AA%E5%95%8F=1#%E7%AF%80",
                "https://MÜLLER.example:8443/       | https://xn--mller-kva.example:8443/",
                "https://m%C3%BCller.example/       | https://xn--mller-kva.example/",
                "https://１２７.0.0.1/               | https://127.0.0.1/",
                "https://ex.org/a\"<>^`{}[]b        | https://ex.org/a%22%3C%3E%5E%60%7B%7D%5B%5Db",
                "https://ex.org/?a[]=1#b#c          | https://ex.org/?a%5B%5D=1#b%23c",
                "https://ex.org/🎉                  | https://ex.org/%F0%9F%8E%89",
                "http://ü.example/%c3%a4            | http://xn--tda.example/%c3%a4",
            })
    void it_becomes_ascii(String text, String ascii) {
        assertEquals(Optional.empty(), WebAddresses.fault(text));
        assertEquals(ascii, WebAddresses.ascii(text));
        assertEquals(ascii, WebAddresses.ascii(ascii));
    }

    @Test
    void blanks_at_its_ends_are_left_out() {
        assertEquals("https://ex.org/a", WebAddresses.ascii("  https://ex.org/a\u00a0\u3000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "HTTP://EXAMPLE.org./a/../b//c?q=a+b&c=%2f#x/y?z",
                "https://a_b.example.org:443/-._~!$&'()*+,;=:@",
                "https://r3---sn-a.example/",
                "https://xn--mller-kva.example/",
                "https://localhost:/",
                "https://127.0.0.1:8080/",
                "https://[2001:db8::1]:8080/a",
                "https://example.org/?next=https://other.example/a@b",
            })
    void what_is_ascii_stays_to_the_letter(String text) {
        assertEquals(Optional.empty(), WebAddresses.fault(text));
        assertEquals(text, WebAddresses.ascii(text));
    }
}
