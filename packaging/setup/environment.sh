#!/bin/sh
# Makes the virtual environment with exactly the locked dependencies.
# Debian's python3 comes without venv's own pip; virtualenv, fetched by pip, does without.
set -eu

python=$1
venv=$2

if [ ! -x "$venv/bin/python" ]; then
    rm -rf "$venv"
    if ! "$python" -m venv "$venv" >/dev/null 2>&1; then
        rm -rf "$venv"
        tool=$(mktemp -d)
        "$python" -m pip install -q --target "$tool" virtualenv
        PYTHONPATH="$tool" "$python" -m virtualenv -q "$venv"
        rm -rf "$tool"
    fi
fi
"$venv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
