package dev.byline.account;

import dev.byline.change.RestrictedSubjects;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
class AccountSubjects implements RestrictedSubjects {
    @Override
    public Set<String> types() {
        return Set.of(AccountAct.CREATED.subject(), TokenAct.CREATED.subject());
    }
}
