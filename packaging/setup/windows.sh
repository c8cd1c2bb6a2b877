#!/bin/sh
# Installs what makes and proves the Windows installer on Debian, when it is missing and it may:
# Wine, NSIS, a compiler for Wine's stand-ins, the checker of signatures, a screen without glass.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

wanted=""
need() { # command, package
    command -v "$1" >/dev/null 2>&1 || wanted="$wanted $2"
}

need wine "wine wine64"
need makensis nsis
need x86_64-w64-mingw32-gcc-win32 gcc-mingw-w64-x86-64-win32
need osslsigncode osslsigncode
need openssl openssl
need Xvfb xvfb
need xauth xauth
need xdotool xdotool
need import imagemagick
[ -f /etc/ssl/certs/ca-certificates.crt ] || wanted="$wanted ca-certificates"

[ -n "$wanted" ] || exit 0

# shellcheck source=packaging/setup/apt.sh
. "$(dirname "$0")/apt.sh"
# shellcheck disable=SC2086
may_install $wanted || exit 1
# shellcheck disable=SC2086
install_packages $wanted
