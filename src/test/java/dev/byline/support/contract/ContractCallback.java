package dev.byline.support.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;
import io.restassured.config.RedirectConfig;

/// Puts the contract over every test that talks to the running application, so that none can
/// forget it. Quarkus finds this class by `META-INF/services`.
public final class ContractCallback implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        RestAssured.replaceFiltersWith(new ContractFilter());
        // A redirect that the client follows by itself is a response that nobody checks.
        RestAssured.config =
                RestAssured.config()
                        .redirect(RedirectConfig.redirectConfig().followRedirects(false));
    }
}
