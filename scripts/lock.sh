#!/bin/sh
# Writes both locks: requirements.lock, what a host runs, and requirements-dev.lock, what developers add to it. They are
# resolved together, so that they agree, and no package stands in both.
# Versions stay as they are for as long as pyproject.toml allows them. `make lock NEWEST=1` takes the newest instead.
set -eu

work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

python3 -m venv "$work/uv"
"$work/uv/bin/python" -m pip install --quiet --disable-pip-version-check uv

# uv keeps the versions that stand in its output file.
resolve() {
    UV_CUSTOM_COMPILE_COMMAND="make lock" "$work/uv/bin/uv" pip compile --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --all-extras --group install "$@" pyproject.toml
}

[ -n "${NEWEST:-}" ] || cat requirements.lock requirements-dev.lock > "$work/all" 2>/dev/null || true
resolve --group dev --output-file "$work/all"
cp "$work/all" "$work/host"
resolve --output-file "$work/host"

# What developers add: each block of lines (name, hashes, who asks for it) whose name a host does not have.
awk -F '==' '/^[a-z]/ { keep = !($1 in host) } FNR == NR { host[$1]; next } keep || /^#/' \
    "$work/host" "$work/all" > "$work/dev"
cp "$work/host" requirements.lock
cp "$work/dev" requirements-dev.lock
