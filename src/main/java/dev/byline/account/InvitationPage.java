package dev.byline.account;

import dev.byline.server.Page;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// `/docs/invitation`: where the link of an invitation leads. The secret behind `#` stays in the
/// browser until somebody presses the button: what only fetches pages uses nothing up.
@Singleton
class InvitationPage {
    static final String PATH = "/docs/invitation";

    private static final String BODY =
            """
            <p>With this invitation you get a token: the secret by which you show who you are. It works once.</p>
            <p><button id="accept">Accept, and show me my token</button></p>
            <p id="said" role="status"></p>
            <pre id="token"></pre>
            <p>Keep it like a password. It goes behind <code>Authorization: Bearer</code>, and into <em>Authorize</em> of
            <a href="/docs">the documentation</a>. <code>GET /api/v1/me</code> tells who you are.</p>
            <script>
            const invitation = location.hash.slice(1);
            const show = (id, text) => document.getElementById(id).textContent = text;
            history.replaceState(null, "", location.pathname);
            document.getElementById("accept").onclick = async event => {
              event.target.disabled = true;
              try {
                const answer = await fetch("/api/v1/invitations", {
                  method: "POST",
                  headers: {"Content-Type": "application/json"},
                  body: JSON.stringify({invitation})
                });
                const said = await answer.json();
                show("said", said.detail || "This is your token. It is shown this once:");
                show("token", said.secret || "");
              } catch (failed) {
                event.target.disabled = false;
                show("said", "The server cannot be reached: try again.");
              }
            };
            </script>
            """;

    private final String page = Page.of("You are invited", BODY);

    void routes(@Observes Router router) {
        router.get(PATH).order(0).handler(context -> Page.send(context, page));
        router.head(PATH).order(0).handler(context -> Page.send(context, page));
    }
}
