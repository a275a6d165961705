package dev.byline.list;

import java.util.List;

/// A page of a list, whatever stands beside its items.
public interface Listed {
    List<?> data();
}
