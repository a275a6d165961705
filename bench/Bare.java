package bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/// The limit of what is cached: a Vert.x route that knows its answer. In a folder it finds the
/// head and the body of each, `r1.head` and `r1.body` for `/r1`, as the server sent them.
final class Bare {
    static void main(String... arguments) throws IOException {
        var vertx = Vertx.vertx();
        var router = Router.router(vertx);
        try (var files = Files.newDirectoryStream(Path.of(arguments[0]), "*.head")) {
            for (var head : files) {
                route(router, head);
            }
        }
        router.get("/").handler(request -> request.response().end());
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        int loops = 2 * Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < loops; i++) {
            vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                    .requestHandler(router)
                    .listen();
        }
    }

    private static void route(Router router, Path head) throws IOException {
        var name = head.getFileName().toString().replace(".head", "");
        var body = Buffer.buffer(Files.readAllBytes(head.resolveSibling(name + ".body")));
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (var line : Files.readAllLines(head)) {
            var parts = line.split(": ", 2);
            headers.add(Map.entry(parts[0], parts[1]));
        }
        router.get("/" + name)
                .handler(
                        request -> {
                            var response = request.response();
                            headers.forEach(h -> response.headers().add(h.getKey(), h.getValue()));
                            response.end(body);
                        });
    }
}
