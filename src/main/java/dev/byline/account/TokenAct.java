package dev.byline.account;

import dev.byline.change.Act;

/// What is done to tokens, as the change log tells it.
enum TokenAct implements Act {
    CREATED,
    REPLACED,
    REVOKED;

    @Override
    public String subject() {
        return "token";
    }
}
