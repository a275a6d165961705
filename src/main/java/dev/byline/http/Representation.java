package dev.byline.http;

import java.util.function.Supplier;

/// Something to be answered whose entity tag is known before all of it is: to who has it already
/// the rest is neither read nor rendered.
///
/// @param decisive what decides the tag: all that the answer shows, but for what hangs on it
/// anyway, such as the long texts on the id of a revision
/// @param whole asked when the bytes are needed
public record Representation(Object decisive, Supplier<?> whole) {}
