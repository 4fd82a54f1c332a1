#!/bin/sh
# Makes .venv-analysis: programs for qualitative analysis and for forms, which open what sayso exports.
# They have a place of their own because their dependencies must not mix with those of sayso.
set -eu

lock=tests/analysis/requirements.lock
done=.venv-analysis/.installed

if [ -f "$done" ] && cmp -s "$lock" "$done"; then
    exit 0
fi
.venv/bin/python -m venv --clear .venv-analysis
.venv-analysis/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$lock"
.venv-analysis/bin/python -m pip check --quiet --disable-pip-version-check
cp "$lock" "$done"
