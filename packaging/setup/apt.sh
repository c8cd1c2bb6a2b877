# Sourced: installs Debian packages as root, or through sudo where that asks nothing.

as_root=""

# 1, and words about what is missing, where this account may not install.
may_install() { # package…
    command -v apt-get >/dev/null 2>&1 || { echo "Missing system packages: $*"; return 1; }
    [ "$(id -u)" != 0 ] || return 0
    if sudo -n true 2>/dev/null; then
        as_root="sudo -n"
        return 0
    fi
    echo "Missing system packages: $*"
    echo "Ask an administrator for: apt-get install --no-install-recommends $*"
    return 1
}

install_packages() { # package…
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -q
    $as_root apt-get install -q -y --no-install-recommends "$@"
}
