package dev.byline.identity;

import dev.byline.text.Texts;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Tells the log who was refused what: a line for each, without secrets. Of a flood it tells the
/// first of each minute, and then how many there were beside them.
@Singleton
public class RefusalLog {
    private static final Logger LOG = Logger.getLogger(RefusalLog.class);
    private static final int MOST = 60;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private long begin = System.nanoTime();
    private int told;
    private int untold;

    /// A token that opens nothing.
    ///
    /// @param token whose it is; null of one that nobody has
    void token(Caller token, String from, String why) {
        if (isToBeTold()) {
            LOG.infof(
                    "Refused a token from %s: %s%s", from, why, token == null ? "" : whose(token));
        }
    }

    /// What a caller may not do.
    ///
    /// @param what method and path
    public void use(Caller caller, String what, String why) {
        if (isToBeTold()) {
            LOG.infof(
                    "Refused \"%s\": %s%s", Texts.escaped(what), Texts.escaped(why), whose(caller));
        }
    }

    private static String whose(Caller caller) {
        return caller.isAnonymous()
                ? ""
                : " (account \"%s\", token %s)"
                        .formatted(Texts.escaped(caller.name()), caller.tokenId());
    }

    private synchronized boolean isToBeTold() {
        if (System.nanoTime() - begin > MINUTE) {
            if (untold > 0) {
                LOG.infof("%d more were refused within a minute", untold);
            }
            begin = System.nanoTime();
            told = 0;
            untold = 0;
        }
        if (told == MOST) {
            untold++;
            return false;
        }
        told++;
        return true;
    }
}
