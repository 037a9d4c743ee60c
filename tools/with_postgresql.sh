#!/usr/bin/env bash
# Run a command with a PostgreSQL server of its own: a fresh cluster, a free port on loopback,
# gone afterwards. initdb refuses root, so root hands the cluster to the user `postgres`.
set -euo pipefail
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$programs" ] || { echo "PostgreSQL's server is not installed (Debian: postgresql)" >&2; exit 1; }
folder=$(mktemp -d)
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
run() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  run() { su postgres -s /bin/sh -c 'cd / && exec "$@"' -- sh "$@"; }
fi
stop() { run "$programs/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$folder"; }
trap stop EXIT
run "$programs/initdb" -D "$folder/data" -U shanyraq -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
run "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
  -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$folder' -c fsync=off" start >/dev/null
"$programs/createdb" -h 127.0.0.1 -p "$port" -U shanyraq shanyraq
export SHANYRAQ_DATABASE_URL="postgres://shanyraq@127.0.0.1:$port/shanyraq"
"$@"
