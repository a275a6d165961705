#!/bin/sh
# Purges from Varnish what Byline's commands outdate: it hears them from the database, as Byline's servers do. Needs psql
# and curl. When it may have missed something, it purges everything.
#   PGHOST, PGUSER, …   the database, as psql takes them (not through a pooler: it must LISTEN)
#   VARNISH             http://localhost:6081
set -eu

varnish=${VARNISH:-http://localhost:6081}

purge() {
    curl --silent --show-error --fail --max-time 2 --output /dev/null --request PURGE --header "$1" "$varnish/"
}

everything() {
    until purge 'X-Purge-Everything: yes'; do sleep 1; done
}

# A server that hears of a change a moment later may have answered Varnish in between, but serves nothing after a second
# in which it heard nothing: so each key is purged at once and again after that.
keys() {
    if ! purge "X-Purge-Keys: $1"; then
        everything
    fi
    (sleep 2 && purge "X-Purge-Keys: $1" || everything) &
}

# gone ID KEY…    until ID INSTANT KEY…
hear() {
    while read -r line; do
        case $line in
            *'with payload "'*) ;;
            listening) everything && continue ;;
            *) continue ;;
        esac
        message=${line#*with payload \"}
        message=${message%%\" received*}
        # shellcheck disable=SC2086 # words
        set -- $message
        case $1 in
            gone) shift 2 ;;
            until) shift 3 ;;
        esac
        while [ $# -gt 0 ]; do
            some=$1
            shift
            # a header has room for so many
            while [ $# -gt 0 ] && [ ${#some} -lt 3000 ]; do
                some="$some|$1"
                shift
            done
            keys "$some"
        done
    done
}

# psql tells what it heard after each statement, so it is asked twenty times a second; the database's silence ends it
beat() {
    printf '%s\n' "set statement_timeout = '1s';" 'listen byline;' '\echo listening'
    while sleep 0.05; do echo "select;" || break; done
}

while true; do
    beat | psql --no-psqlrc --quiet --tuples-only --set ON_ERROR_STOP=1 \
        "connect_timeout=2 tcp_user_timeout=2000" 2>/dev/null | hear || true
    everything
    sleep 1
done
