#!/bin/sh
# `make host`, as root: the user, the folders and the units of systemd that sayso is served with. It can be run again and
# again; a setting that is there stays. DESTDIR puts everything below another root, without the user, and starts nothing.
set -eu

cd "$(dirname "$0")/.."
root=${DESTDIR:-}
here=config/host

if [ -z "$root" ] && [ "$(id -u)" -ne 0 ]; then
    echo "Run it as root: sudo make host" >&2
    exit 1
fi
if [ -z "$root" ] && [ "$(pwd)" != /opt/sayso ]; then
    echo "Put sayso into /opt/sayso first: the units name that folder. It lies in $(pwd)." >&2
    exit 1
fi

if [ -z "$root" ]; then
    id sayso >/dev/null 2>&1 || useradd --system --home-dir /var/lib/sayso --shell /usr/sbin/nologin sayso
fi

for folder in /var/lib/sayso /etc/sayso /var/backups/sayso; do
    mkdir -p "$root$folder"
    chmod 700 "$root$folder"
    [ -n "$root" ] || chown sayso:sayso "$folder"
done

units="$root/etc/systemd/system"
mkdir -p "$units"
for unit in sayso.service sayso-backup.service sayso-backup.timer; do
    cp "$here/$unit" "$units/$unit"
    chmod 644 "$units/$unit"
done

settings="$root/etc/sayso/environment"
if [ ! -e "$settings" ]; then
    cp "$here/environment.example" "$settings"
    chmod 600 "$settings"
    echo "Write your settings into $settings."
fi

if [ -z "$root" ] && [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl enable sayso.service sayso-backup.timer
fi
echo "Ready. Begin with: systemctl start sayso sayso-backup.timer"
