#!/bin/sh
# Makes .venv-referee: an independent reading of Telegram's Bot API that the tests hold every request and reply against.
# It has a place of its own because its dependencies must not mix with those of sayso.
set -eu

lock=tests/referee/requirements.lock
done=.venv-referee/.installed

if [ -f "$done" ] && cmp -s "$lock" "$done"; then
    exit 0
fi
.venv/bin/python -m venv --clear .venv-referee
.venv-referee/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
.venv-referee/bin/python -m pip check --quiet --disable-pip-version-check
cp "$lock" "$done"
