#!/bin/sh
# Runs a command with a fresh PostgreSQL beside it, on a socket in a scratch folder and no port;
# PGHOST tells the command where. The server is gone afterwards, however the command ends.
set -eu

bin=""
for folder in /usr/lib/postgresql/*/bin; do
    [ -x "$folder/initdb" ] && bin=$folder
done
[ -n "$bin" ] || { echo "PostgreSQL is missing: apt-get install postgresql-15" >&2; exit 1; }

base=/tmp
[ -w /dev/shm ] && base=/dev/shm
scratch=$(mktemp -d "$base/tiendo-pg.XXXXXX")

# The server refuses to run as root.
as_owner=""
if [ "$(id -u)" = 0 ]; then
    owner=postgres
    id "$owner" >/dev/null 2>&1 || owner=nobody
    chown "$owner" "$scratch"
    as_owner="setpriv --reuid=$owner --regid=$(id -g "$owner") --clear-groups"
fi
chmod 755 "$scratch"

stop() {
    # shellcheck disable=SC2086
    (cd "$scratch" && $as_owner "$bin/pg_ctl" -D "$scratch/data" -m immediate -w stop) \
        >/dev/null 2>&1 || true
    rm -rf "$scratch"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Texts stand in Vietnamese order here, so that what needs another order must ask for it.
# shellcheck disable=SC2086
(
    cd "$scratch"
    $as_owner "$bin/initdb" -D "$scratch/data" -U tiendo -A trust -E UTF8 -N \
        --locale=C.UTF-8 --locale-provider=icu --icu-locale=vi >"$scratch/initdb.log"
    $as_owner "$bin/pg_ctl" -D "$scratch/data" -w -l "$scratch/server.log" start -o "\
        -c listen_addresses= -c unix_socket_directories=$scratch -c unix_socket_permissions=0777 \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off \
        -c max_wal_size=4GB -c wal_level=minimal -c max_wal_senders=0 -c jit=off \
        -c shared_buffers=64MB" >/dev/null
)

PGHOST=$scratch PGUSER=tiendo "$@"
