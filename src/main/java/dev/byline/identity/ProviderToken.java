package dev.byline.identity;

/// What an access token of the identity provider says of whoever sends it.
///
/// @param name that they are known by
record ProviderToken(String issuer, String subject, String name, Role role) {}
