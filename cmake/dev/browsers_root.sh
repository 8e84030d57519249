#!/usr/bin/env bash
# Recipe of the private browser root: `browsers_root.sh DIR MODE` fills the new directory DIR/root with Debian 12 and its Chromium,
# Firefox ESR and WebKitGTK, and the nginx that web/deploy/nginx.conf is tested with. Node comes from the toolchain afterwards
# (Debian 12's own is too old for the drivers of today).
# The directory's name carries a hash of this file, so an edit here makes a new root.
set -euo pipefail
dir=$1 mode=$2
suite=bookworm
packages=chromium,firefox-esr,webkit2gtk-driver,xvfb,xauth,libgl1-mesa-dri,fonts-dejavu-core,ca-certificates,dbus,procps,patchelf,nginx-light

mirrors=("deb http://deb.debian.org/debian $suite main" "deb http://deb.debian.org/debian $suite-updates main"
  "deb http://deb.debian.org/debian-security $suite-security main")
options=(--mode="$mode" --variant=apt --include="$packages" --aptopt='Acquire::Retries "3"')
if [ "${NEEDLING_ALLOW_EXPIRED:-0}" = 1 ]; then options+=(--aptopt='Acquire::Check-Valid-Until "false"'); fi
mkdir -p "$dir/root"
if [ "$mode" = root ]; then
  mmdebstrap "${options[@]}" "$suite" "$dir/root" "${mirrors[@]}"
else
  mmdebstrap "${options[@]}" --format=tar "$suite" - "${mirrors[@]}" | tar -x -C "$dir/root" --no-same-owner --exclude='./dev/*'
fi
mkdir -p "$dir/root/opt/node"
