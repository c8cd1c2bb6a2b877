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

as_root=""
if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        echo "Missing: apt-get install --no-install-recommends$wanted" >&2
        exit 1
    fi
fi
command -v apt-get >/dev/null 2>&1 || { echo "Missing:$wanted" >&2; exit 1; }
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
# shellcheck disable=SC2086
$as_root apt-get install -q -y --no-install-recommends $wanted
