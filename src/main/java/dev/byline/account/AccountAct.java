package dev.byline.account;

import dev.byline.change.Act;

/// What is done to accounts, as the change log tells it.
enum AccountAct implements Act {
    CREATED,
    INVITED,
    JOINED,
    CHANGED,
    SUSPENDED,
    RESUMED,
    DELETED;

    @Override
    public String subject() {
        return "account";
    }
}
