vcl 4.1;

# Varnish before Byline: docker/varnish/README.md.
import std;

backend byline {
    .host = "byline";
    .port = "8080";
}

# Who may purge: purge.sh
acl purgers {
    "localhost";
}

sub vcl_recv {
    # Only this proxy's own word on what it can do counts
    unset req.http.Surrogate-Capability;
    if (req.method == "PURGE") {
        if (client.ip !~ purgers) {
            return (synth(403, "Forbidden"));
        }
        if (req.http.X-Purge-Everything) {
            ban("obj.status != 0");
        } else {
            # keys end at a space or at the end: article:1 is not article:12
            ban("obj.http.X-Keys ~ (^|\s)(" + req.http.X-Purge-Keys + ")(\s|$)");
        }
        return (synth(200, "Purged"));
    }
    # What a token gets is its own, and a write is nobody else's
    if (req.http.Authorization || req.method !~ "^(GET|HEAD)$") {
        return (pass);
    }
    # Nothing of Byline's hangs on cookies
    unset req.http.Cookie;
    return (hash);
}

sub vcl_backend_response {
    # Surrogate-Control is for this proxy alone. Age is how old it was when it came
    if (beresp.http.Surrogate-Control ~ "max-age=\d+") {
        set beresp.ttl = std.duration(
            regsub(beresp.http.Surrogate-Control, ".*max-age=(\d+).*", "\1") + "s", 0s) - beresp.age;
        set beresp.http.X-Keys = beresp.http.Surrogate-Key;
    }
    unset beresp.http.Surrogate-Control;
    # A reader never gets what is past its time
    set beresp.grace = 0s;
    set beresp.keep = 60s;
}

sub vcl_deliver {
    unset resp.http.X-Keys;
    unset resp.http.Surrogate-Key;
}
