#!/bin/sh
# Installs LibreOffice without a window on Debian, when it is missing and it may: the long tests look
# at the pages that it makes of our Word and Excel files.
set -eu

[ "$(uname -s)" = Linux ] || exit 0

wanted=""
soffice=$(command -v soffice || true)
[ -n "$soffice" ] || wanted="libreoffice-writer-nogui libreoffice-calc-nogui"

[ -n "$wanted" ] || exit 0

# shellcheck source=packaging/setup/apt.sh
. "$(dirname "$0")/apt.sh"
# shellcheck disable=SC2086
may_install $wanted || exit 1
# shellcheck disable=SC2086
install_packages $wanted
