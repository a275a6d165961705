package dev.byline.identity;

/// What somebody without an account showed to be let see more than readers do: the room whose
/// secret it is says what. Its bearer may read what readers may, and do nothing else.
public interface Pass {}
