package dev.byline.support;

import io.restassured.response.Response;

/// A thing that the API made for a test.
///
/// @param slug null where things of its kind have none
/// @param etag for the next `If-Match`
public record Made(String id, String slug, String etag) {

    static Made of(Response answer) {
        var body = answer.then().statusCode(201).extract().jsonPath();
        return new Made(body.getString("id"), body.getString("slug"), answer.header("ETag"));
    }
}
