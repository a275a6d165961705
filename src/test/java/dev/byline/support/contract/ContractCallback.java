package dev.byline.support.contract;

import dev.byline.support.CompiledPaths;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;

/// Puts the contract over every test that talks to the running application, so that none can
/// forget it. Quarkus finds this class by `META-INF/services`.
public final class ContractCallback
        implements QuarkusTestBeforeEachCallback, QuarkusTestAfterEachCallback {
    /// Reads the document once for all tests of a server.
    private static final ContractFilter CONTRACT = new ContractFilter();

    static {
        CompiledPaths.keep();
    }

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(CONTRACT);
        RestAssured.config =
                RestAssured.config()
                        // One that the client follows by itself is a response that nobody checks.
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false));
    }

    /// Of a test that failed, its last exchange with the server.
    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        if (context.getTestStatus().isTestFailed()) {
            System.out.println(CONTRACT.last());
        }
    }
}
