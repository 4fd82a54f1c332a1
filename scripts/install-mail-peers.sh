#!/bin/sh
# Makes .venv-peers: other reply parsers, for the benchmark only. They stand apart so that neither their dependencies
# nor their licences come near sayso.
set -eu

lock=bench/peers/mail.lock
done=.venv-peers/.installed

if [ -f "$done" ] && cmp -s "$lock" "$done"; then
    exit 0
fi
.venv/bin/python -m venv --clear .venv-peers
.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
.venv-peers/bin/python -m pip check --quiet --disable-pip-version-check
cp "$lock" "$done"
