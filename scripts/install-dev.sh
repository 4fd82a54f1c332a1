#!/bin/sh
# Adds to .venv what developers need: the packages of requirements-dev.lock, and every part that was left out.
set -eu

if [ -s .venv/.without ] && grep -q . .venv/.without; then
    WITHOUT='' sh scripts/install.sh
fi
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.lock
.venv/bin/python -m pip check --quiet --disable-pip-version-check
cp requirements-dev.lock .venv/.developed
