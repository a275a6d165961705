package dev.byline.change;

import java.util.List;

/// Told by what has acts that are no constants of an enum: a kind of terms. Those of enums are
/// known by themselves.
public interface Acts {
    List<Act> acts();
}
