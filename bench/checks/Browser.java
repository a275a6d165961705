package bench.checks;

import bench.Bench;
import bench.Failure;
import bench.Machine;
import bench.Postgres;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A page of another origin in headless Chromium reads, searches, comments and edits, each read
/// twice, by default and where the origins are narrowed to its own or to another.
final class Browser {
    private static final int ARTICLES = 1_000;

    private final Machine machine;
    private final Postgres postgres;
    private final HttpServer pages;
    private int broken;

    private Browser(Machine machine, Postgres postgres, HttpServer pages) {
        this.machine = machine;
        this.postgres = postgres;
        this.pages = pages;
    }

    static void main() throws IOException {
        var root = Path.of(System.getProperty("user.dir"));
        var machine = new Machine(root, root.resolve("bench/data/" + ARTICLES));
        int broken;
        try (var postgres = Bench.filled(machine, ARTICLES)) {
            var page = Files.readAllBytes(root.resolve("bench/checks/page.html"));
            var pages =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            pages.createContext(
                    "/",
                    exchange -> {
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(200, page.length);
                        exchange.getResponseBody().write(page);
                        exchange.close();
                    });
            pages.start();
            var browser = new Browser(machine, postgres, pages);
            browser.visit("by default", Map.of(), true);
            browser.visit("narrowed to it", Map.of("BYLINE_ORIGINS", browser.origin()), true);
            browser.visit(
                    "narrowed to another",
                    Map.of("BYLINE_ORIGINS", "https://www.example.org"),
                    false);
            broken = browser.broken;
        }
        System.exit(broken == 0 ? 0 : 1);
    }

    private String origin() {
        return "http://127.0.0.1:" + pages.getAddress().getPort();
    }

    private void visit(String title, Map<String, String> settings, boolean isAllowed)
            throws IOException {
        IO.println("\n== " + title);
        try (var server = machine.byline(postgres, settings)) {
            var address =
                    "%s/?api=%s&token=%s&allowed=%s&open=%s"
                            .formatted(
                                    origin(),
                                    encode(server.address() + "/api/v1"),
                                    encode(machine.token()),
                                    isAllowed,
                                    settings.isEmpty());
            var said = said(dump(address));
            said.forEach(line -> IO.println("   " + line));
            broken += said.stream().filter(line -> line.startsWith("NO")).count();
        }
    }

    private static String dump(String address) throws IOException {
        var command =
                List.of(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--virtual-time-budget=60000",
                        "--dump-dom",
                        address);
        var process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static List<String> said(String page) {
        var begin = page.indexOf("<pre id=\"said\">");
        var end = page.indexOf("</pre>");
        if (!page.contains("<title>done</title>") || begin < 0) {
            throw new Failure("The page did not come to its end: " + page);
        }
        return page.substring(begin + 15, end).lines().toList();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
