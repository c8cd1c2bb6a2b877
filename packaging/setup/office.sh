#!/bin/sh
# Installs LibreOffice without a window on Debian, when it is missing and it may: the long tests look
# at the pages that it makes of our Word and Excel files, and at the sums that it calculates anew.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

wanted=""
programs=/usr/lib/libreoffice/program
[ -e $programs/libswlo.so ] || wanted="libreoffice-writer-nogui"
[ -e $programs/libsclo.so ] || wanted="$wanted libreoffice-calc-nogui"

[ -n "$wanted" ] || exit 0

# shellcheck source=packaging/setup/apt.sh
. "$(dirname "$0")/apt.sh"
# shellcheck disable=SC2086
may_install $wanted || exit 1
# shellcheck disable=SC2086
install_packages $wanted
