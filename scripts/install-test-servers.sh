#!/bin/sh
# Installs what the tests need beside Python: a PostgreSQL server, the Chromium browser, Dovecot, Postfix, nginx,
# Caddy, programs that read PDF, and R, which opens what sayso exports.
set -eu

find_postgresql() {
    ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -n 1 || true
    command -v initdb 2>/dev/null || true
}

find_chromium() {
    command -v chromium 2>/dev/null || command -v chromium-browser 2>/dev/null || true
}

find_server() {
    PATH="$PATH:/usr/sbin" command -v "$1" 2>/dev/null || true
}

missing=""
[ -n "$(find_postgresql)" ] || missing="$missing postgresql"
[ -n "$(find_chromium)" ] || missing="$missing chromium"
[ -n "$(find_server dovecot)" ] || missing="$missing dovecot-imapd"
[ -n "$(find_server pdftotext)" ] || missing="$missing poppler-utils"
[ -n "$(find_server Rscript)" ] || missing="$missing r-base-core"
[ -n "$(find /usr/lib/R /usr/local/lib/R -maxdepth 2 -name foreign 2>/dev/null)" ] || missing="$missing r-cran-foreign"
# The Node.js that comes with Playwright, which drives the browser, is linked to it.
[ -n "$(find /usr/lib /lib -name libatomic.so.1 2>/dev/null | head -n 1)" ] || missing="$missing libatomic1"
[ -e /usr/lib/dovecot/lmtp ] || missing="$missing dovecot-lmtpd"
[ -n "$(find_server postfix)" ] || missing="$missing postfix"
[ -n "$(find_server nginx)" ] || missing="$missing nginx-light"
[ -n "$(find_server caddy)" ] || missing="$missing caddy"

install_missing() {
    apt-get update -qq
    # The names are split on purpose: each is one package.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

if [ -n "$missing" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        echo "The tests need:$missing. On Debian or Ubuntu: sudo sh scripts/install-test-servers.sh" >&2
        exit 1
    fi
    install_missing || { sleep 5; install_missing; }
fi

# A browser without windows opens a page with a third of the work. Where there is none, the tests use the whole one.
shell=chromium-headless-shell
if [ "$(id -u)" = 0 ] && ! command -v $shell >/dev/null 2>&1 && apt-cache show $shell >/dev/null 2>&1; then
    missing=$shell
    install_missing || echo "There is no $shell: the tests in the browser take longer." >&2
fi

"$(find_postgresql | head -n 1)" --version
"$(find_chromium)" --version
echo "Dovecot $("$(find_server dovecot)" --version)"
echo "Postfix $("$(find_server postconf)" -h mail_version)"
