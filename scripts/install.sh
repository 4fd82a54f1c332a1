#!/bin/sh
# Makes .venv with everything pinned in requirements.lock, and sayso itself in it.
# SAYSO_PYTHON names the Python to use; without it the first fitting one is taken.
set -eu

need="sayso needs Python 3.11 or newer with its venv module."

is_fit() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in ${SAYSO_PYTHON:-python3 python3.13 python3.12 python3.11 python3.14 /usr/bin/python3}; do
        if command -v "$name" >/dev/null 2>&1 && is_fit "$name"; then
            command -v "$name"
            return
        fi
    done
}

version_of() {
    "$1" -c 'import sys; print(sys.version_info[:2])' 2>/dev/null || true
}

python=$(find_python)
if [ -z "$python" ] && [ -n "${SAYSO_PYTHON:-}" ]; then
    echo "$need SAYSO_PYTHON is $SAYSO_PYTHON, which is not one. Name another, or leave it out." >&2
    exit 1
fi
if [ -z "$python" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ca-certificates python3 python3-venv >/dev/null
    python=$(find_python)
fi
if [ -z "$python" ]; then
    echo "$need On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
    exit 1
fi

# A .venv of another Python cannot be built upon.
if [ "$(version_of .venv/bin/python)" != "$(version_of "$python")" ]; then
    "$python" -m venv --clear .venv
fi
# The lock is taken as it is: with its dependencies, older pips look each "name[extra]>=1" up in the index, find a release
# newer than the locked one, and stop.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
.venv/bin/python -m pip check --quiet --disable-pip-version-check
touch .venv/.installed
