package dev.byline.answer;

import com.fasterxml.jackson.core.JsonProcessingException;

/// How a view becomes the bytes of a media type. An operation answers in those that its
/// `@Produces` names.
public interface Form {
    String type();

    byte[] bytes(Object view) throws JsonProcessingException;
}
