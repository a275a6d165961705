package dev.byline.http;

/// The methods of requests.
public final class Methods {
    private Methods() {}

    /// Whether a request with it reads, and changes nothing.
    public static boolean isReading(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
