#!/bin/sh
# Installs the system libraries that Qt needs on Debian, and PostgreSQL for the tests, when they
# are missing and it may.
# Elsewhere, or without the right to install, it says what is missing and goes on.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

wanted=""
need_library() { # shared library, package
    ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p | grep -q "$1" || wanted="$wanted $2"
}
need_command() { # command, package
    command -v "$1" >/dev/null 2>&1 || wanted="$wanted $2"
}

need_library libEGL.so.1 libegl1
need_library libGL.so.1 libgl1
need_library libglib-2.0.so.0 libglib2.0-0
need_library libfontconfig.so.1 libfontconfig1
need_library libxkbcommon.so.0 libxkbcommon0
need_library libdbus-1.so.3 libdbus-1-3
need_library libxcb-cursor.so.0 libxcb-cursor0
need_library libxcb-icccm.so.4 libxcb-icccm4
need_library libxcb-keysyms.so.1 libxcb-keysyms1
need_library libxcb-shape.so.0 libxcb-shape0
need_library libxcb-xkb.so.1 libxcb-xkb1
need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
need_command Xvfb xvfb
need_command xauth xauth
# PyInstaller reads shared libraries with objdump, and bundles Python's own library,
# which Debian keeps in a package apart.
need_command objdump binutils
# The tests start a PostgreSQL of their own; none is to run on the machine for them.
server=/etc/postgresql-common/createcluster.d/tien-do.conf
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || wanted="$wanted postgresql"
python=$(command -v "${1:-python3}" || true)
if [ -n "$python" ] && [ "$(dirname "$(readlink -f "$python")")" = /usr/bin ]; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    need_library "libpython$version.so.1.0" "libpython$version"
fi

[ -n "$wanted" ] || exit 0

# shellcheck source=packaging/setup/apt.sh
. "$(dirname "$0")/apt.sh"
# shellcheck disable=SC2086
may_install $wanted || exit 0
case "$wanted" in *postgresql*)
    $as_root mkdir -p "$(dirname "$server")"
    echo "create_main_cluster = false" | $as_root tee "$server" >/dev/null
    trap '$as_root rm -f "$server"' EXIT ;;
esac
# shellcheck disable=SC2086
install_packages $wanted
