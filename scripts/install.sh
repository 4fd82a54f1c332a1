#!/bin/sh
# Makes .venv with what is pinned in requirements.lock, and sayso itself in it.
# SAYSO_PYTHON names the Python to use; without it the first fitting one is taken.
# WITHOUT="pdf word" leaves parts out, WITH=pdf takes one back in, WITHOUT= takes all (scripts/parts.py).
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

picked=$(mktemp)
trap 'rm "$picked"' EXIT
"$python" scripts/parts.py .venv/.without > "$picked"

names() {
    sed -n 's/^\([a-z0-9-]*\)==.*/\1/p' "$1"
}

# Asked for the same again, as a service that is started with WITHOUT does each time: nothing is to be fetched.
if [ .venv/.installed -nt pyproject.toml ] && cmp -s "$picked" .venv/.installed; then
    touch .venv/.installed
    exit 0
fi

# A .venv of another Python cannot be built upon.
if [ "$(version_of .venv/bin/python)" != "$(version_of "$python")" ]; then
    "$python" -m venv --clear .venv
fi
sed -n 's/^# without: *//p' "$picked" > .venv/.without
gone=""
if [ -f .venv/.installed ]; then
    gone=$(names .venv/.installed | grep -vxF "$(names "$picked")" || true)
    rm .venv/.installed
fi
if [ -n "$gone" ]; then
    # The names are split on purpose: each is one package.
    # shellcheck disable=SC2086
    .venv/bin/python -m pip uninstall --quiet --disable-pip-version-check --yes $gone
fi
# The lock is taken as it is: with its dependencies, older pips look each "name[extra]>=1" up in the index, find a release
# newer than the locked one, and stop.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r "$picked"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
.venv/bin/python -m pip check --quiet --disable-pip-version-check
cp "$picked" .venv/.installed
