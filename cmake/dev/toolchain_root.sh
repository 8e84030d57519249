#!/usr/bin/env bash
# Recipe of the private tool root: `toolchain_root.sh DIR MODE` fills the new directory DIR (MODE is mmdebstrap's: root or unshare).
#   DIR/root     Debian testing with Emscripten, CMake, Ninja, g++, clang-format, clang-tidy, node and npm
#   DIR/src      the C++ dependencies as Debian packages them, laid out as upstream does (imgui, sdl2, glm, doctest, json)
#   DIR/emcache  Emscripten's compiled system libraries, filled on first use
# The directory's name carries a hash of this file, so an edit here makes a new root.
set -euo pipefail
dir=$1 mode=$2
suite=forky
packages=emscripten,cmake,ninja-build,g++,clang-format,clang-tidy,npm,ca-certificates,xz-utils,zip,unzip

# Runs inside the new root while apt's lists are still there. The sources go to /opt/src; a dependency that cannot be had is left out
# (CMake then fetches it from upstream), and a version older than the pinned one is refused.
read -r -d '' fetch_sources <<'INNER' || true
set -eu
apt="apt-get -o Acquire::Check-Valid-Until=false -o Acquire::Retries=3 -o APT::Sandbox::User=root -q"
mkdir -p /opt/src/.get && cd /opt/src/.get
unpack() { # NAME VERSION_AT_LEAST VERSION
  if dpkg --compare-versions "$3" lt "$2"; then echo "SOURCE $1: $3 is older than $2, left out"; return 1; fi
  echo "SOURCE $1: $3"; echo "$3" > "/opt/src/$1/.version"
}
from_source() { # NAME DEBIAN_SOURCE VERSION_AT_LEAST
  for suite in forky sid trixie; do
    echo "deb-src http://deb.debian.org/debian $suite main" > /etc/apt/sources.list.d/source.list
    for try in 1 2; do
      rm -rf ./*; $apt update >/dev/null 2>&1 || true
      $apt source --only-source --tar-only --download-only "$2" >/dev/null 2>&1 || continue
      tarball=$(ls ./*.orig.tar.* 2>/dev/null | grep -v '\.asc$' | head -n 1); [ -n "$tarball" ] || continue
      version=${tarball##*/}; version=${version#*_}; version=${version%.orig.tar.*}
      mkdir -p "/opt/src/$1"; tar -xf "$tarball" -C "/opt/src/$1" --strip-components=1 --no-same-owner
      find "/opt/src/$1" -xtype l -delete
      if unpack "$1" "$3" "$version"; then rm -f /etc/apt/sources.list.d/source.list; return 0; fi
      rm -rf "/opt/src/$1"; break
    done
  done
  rm -f /etc/apt/sources.list.d/source.list
  echo "SOURCE $1: not found in Debian"
}
from_headers() { # NAME DEBIAN_PACKAGE VERSION_AT_LEAST FOLDER_FOR_THE_HEADERS
  for try in 1 2; do
    rm -rf ./*; $apt update >/dev/null 2>&1 || true
    $apt download "$2" >/dev/null 2>&1 || continue
    version=$(dpkg-deb -f ./*.deb Version); dpkg-deb -x ./*.deb tree
    mkdir -p "/opt/src/$1/$4"; cp -r tree/usr/include/. "/opt/src/$1/$4"
    cp tree/usr/share/doc/"$2"/copyright "/opt/src/$1/LICENSE.txt"
    if unpack "$1" "$3" "$version"; then return 0; fi
    rm -rf "/opt/src/$1"; break
  done
  echo "SOURCE $1: not found in Debian"
}
from_source imgui imgui 1.92.2b
from_source sdl2 libsdl2 2.32.4
from_headers glm libglm-dev 1.0.1 .
from_headers doctest doctest-dev 2.4.12 .
from_headers json nlohmann-json3-dev 3.11.3 include
rm -rf /opt/src/.get
chmod -R a+rX /opt/src
INNER

# In /tmp, because mmdebstrap as another user may not look into this user's home.
scratch=$(mktemp -d "${TMPDIR:-/tmp}/needling-recipe.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
hook=$scratch/hook.sh
mkdir -p "$dir/root" "$dir/emcache"
{ echo '#!/bin/sh'; echo 'exec chroot "$1" /bin/sh -s <<"HOOK"'; echo "$fetch_sources"; echo HOOK; } > "$hook"
chmod 755 "$hook"

options=(--mode="$mode" --variant=apt --include="$packages" --aptopt='Acquire::Retries "3"' --customize-hook="$hook")
if [ "${NEEDLING_ALLOW_EXPIRED:-0}" = 1 ]; then options+=(--aptopt='Acquire::Check-Valid-Until "false"'); fi
if [ "$mode" = root ]; then
  mmdebstrap "${options[@]}" "$suite" "$dir/root"
else # through a tar, so that every file belongs to the user and the root can be deleted like any folder
  mmdebstrap "${options[@]}" --format=tar "$suite" - | tar -x -C "$dir/root" --no-same-owner --exclude='./dev/*'
fi
mv "$dir/root/opt/src" "$dir/src"
