package dev.byline;

import dev.byline.database.CannotStart;
import dev.byline.database.Database;
import dev.byline.identity.FirstStart;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/// The server. What would keep it from starting is found out first, and told in a sentence.
@QuarkusMain
public final class Byline {

    /// Set when the process has its ports and its database, which a live reload must not look for
    /// again.
    private static final String PREPARED = "byline.prepared";

    private static final CountDownLatch ENDED = new CountDownLatch(1);

    public static void main(String... args) {
        try {
            prepare(ConfigProvider.getConfig());
        } catch (CannotStart | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            end(1, e);
            // Live reload goes on here, and waits until the start has failed
            throw e;
        }
        leaveAddressesToUs();
        Quarkus.run(Serving.class, Byline::exit, args);
    }

    /// Quarkus would answer an address that is no URI without a body; `http.connection` looks at it
    /// more closely.
    private static void leaveAddressesToUs() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    private static void prepare(Config config) {
        if (System.getProperty(PREPARED) == null) {
            FirstStart.check(config);
            checkPort(config, "http", 8080);
            checkPort(config, "management", 9000);
            Database.provide(config, ENDED);
            System.setProperty(PREPARED, "true");
        }
        Database.prepare(config);
    }

    /// Looks before the database starts and the application takes seconds to find out.
    private static void checkPort(Config config, String listener, int usual) {
        String setting = "quarkus." + listener;
        String host = config.getOptionalValue(setting + ".host", String.class).orElse("0.0.0.0");
        int port = config.getOptionalValue(setting + ".port", Integer.class).orElse(usual);
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart(
                    "Port %d cannot be listened on (%s): stop what uses it, or set QUARKUS_%s_PORT to another."
                            .formatted(port, e.getMessage(), listener.toUpperCase(Locale.ROOT)));
        }
    }

    private static void exit(int code, Throwable failure) {
        if (failure != null) {
            tell(failure);
        }
        end(code, failure);
    }

    private static void end(int code, Throwable failure) {
        ENDED.countDown();
        // Live reload has a handler of its own, under which the process goes on.
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(code, failure);
    }

    private static void tell(Throwable failure) {
        Throwable cause = ExceptionUtil.getRootCause(failure);
        switch (cause) {
            case QuarkusBindException taken ->
                    System.err.println("Port %d is in use.".formatted(taken.getPort()));
            case CannotStart _, ConfigurationException _, ConfigValidationException _ ->
                    System.err.println(cause.getMessage());
            default -> Logger.getLogger(Byline.class).error("Byline did not start", failure);
        }
    }
}
