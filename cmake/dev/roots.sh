# Sourced by ./dev: finds or makes the toolchain and the browsers, and runs commands in them.
# Needs: $project (absolute path of the clone). Gives: tc CMD… and browsers CMD…

say() { printf '%s\n' "$*" >&2; }
die() { say "dev: $*"; exit 1; }

cache_base=${XDG_CACHE_HOME:-${HOME:-$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6)}/.cache}
if [ "$cache_base" = /.cache ]; then cache_base=/tmp/needling-cache-$(id -u); fi
cache=$cache_base/microneedling-explorer

# Runs a long step with its output in a log: one line at the start (or, with announce_after=N, once it has taken N seconds), a sign of life
# every 20 s, one line at the end.
announce_after=0
long_step() { # WHAT LOG CMD…
  local what=$1 log=$2 start=$SECONDS next=20 said=0 ticks=0 pid code=0
  shift 2
  if [ "$announce_after" = 0 ]; then say "$what …"; said=1; fi
  set -m # a process group of its own, so that an interrupt ends all of it
  "$@" > "$log" 2>&1 < /dev/null &
  pid=$!
  set +m
  trap 'kill -- -$pid 2> /dev/null || true; exit 130' INT TERM HUP
  while kill -0 "$pid" 2> /dev/null; do
    if [ $((ticks += 1)) -lt 20 ]; then sleep 0.1; else sleep 0.5; fi
    if [ $said = 0 ] && [ $((SECONDS - start)) -ge "$announce_after" ]; then say "$what …"; said=1; fi
    if [ $((SECONDS - start)) -ge $next ]; then
      say "    … $((SECONDS - start)) s: $(tail -n 1 "$log" | cut -c1-110)"
      next=$((next + 20))
    fi
  done
  wait "$pid" || code=$?
  trap - INT TERM HUP
  if [ $code = 0 ] && [ $said = 1 ]; then say "    done in $((SECONDS - start)) s"; fi
  return $code
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# mmdebstrap and bubblewrap are all that the private roots need from the machine.
need_host_tools() { # PROGRAM…
  local missing=() program packages=()
  for program in "$@"; do command -v "$program" > /dev/null 2>&1 || missing+=("$program"); done
  if [ "$(id -u)" != 0 ] && [[ " $* " == *" mmdebstrap "* ]]; then
    command -v newuidmap > /dev/null 2>&1 || missing+=(newuidmap)
  fi
  if [[ " $* " == *" mmdebstrap "* ]] && [ ! -e /usr/share/keyrings/debian-archive-keyring.gpg ]; then missing+=(keyring); fi
  if [ ${#missing[@]} = 0 ]; then return 0; fi
  for program in "${missing[@]}"; do
    case $program in
      bwrap) packages+=(bubblewrap) ;;
      newuidmap) packages+=(uidmap) ;;
      keyring) packages+=(debian-archive-keyring) ;;
      *) packages+=("$program") ;;
    esac
  done
  local other="or put emcc 4.0 or newer, CMake 3.25, Ninja, a C++20 compiler, node 20 and npm on the PATH"
  command -v apt-get > /dev/null 2>&1 || die "this is not Debian or Ubuntu: install ${packages[*]} yourself, $other."
  if [ "$(id -u)" != 0 ] && ! command -v sudo > /dev/null 2>&1; then
    die "${packages[*]} must be installed first (as root: apt-get install ${packages[*]}), $other."
  fi
  local log
  log=$(mktemp)
  install_packages() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${packages[@]}"
  }
  say "Installing ${packages[*]} with apt-get (a few MB, about 20 s) …"
  if ! install_packages > "$log" 2>&1; then
    tail -n 5 "$log" >&2
    die "apt-get could not install ${packages[*]}: install them yourself, $other."
  fi
  rm -f "$log"
}

version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# Makes $cache/NAME-HASH from a recipe; sets root_dir to it. A half-made one keeps its temporary name and is never taken as good.
make_root() { # NAME RECIPE WHAT
  local name=$1 recipe=$2 what=$3 hash mode=unshare temp log attempt
  hash=$(sha256sum "$recipe" | cut -c1-12)
  root_dir=$cache/$name-$hash
  if [ -e "$root_dir/complete" ]; then return 0; fi
  need_host_tools mmdebstrap bwrap
  mkdir -p "$cache" || die "$cache cannot be written: set XDG_CACHE_HOME to a folder with 3 GB free."
  exec 8> "$cache/$name.lock"
  # (The recipe holds the lock too: one that outlives its ./dev is waited for.)
  if ! flock -n 8; then say "Another ./dev is preparing the $name root, waiting for it …"; flock 8; fi
  if [ ! -e "$root_dir/complete" ]; then
    if [ "$(id -u)" = 0 ]; then mode=root; fi
    rm -rf --one-file-system "$cache/.new-$name-"*
    temp=$cache/.new-$name-$hash log=$cache/$name.log
    for attempt in 1 2 3; do
      rm -rf --one-file-system "$temp"
      mkdir -p "$temp"
      chmod 755 "$temp"
      if long_step "$what" "$log" bash "$recipe" "$temp" "$mode"; then break; fi
      if [ $attempt = 3 ]; then
        grep -E '^(E|W|Err):|error' "$log" | tail -n 8 >&2 || tail -n 8 "$log" >&2
        die "the $name root could not be made; the whole log is in $log. Is the network there?"
      fi
      if grep -qE 'is expired|not valid (yet|until)|Release file .* expired' "$log" && [ -z "${NEEDLING_ALLOW_EXPIRED:-}" ]; then
        say "    The mirror's release file is past its date: trying again without that check (its signature is still checked)."
        export NEEDLING_ALLOW_EXPIRED=1
        what="The ${name} root again"
      else
        say "    That failed ($(grep -E '^E:|error' "$log" | tail -n 1 | cut -c1-100)), trying again"
        sleep 3
      fi
    done
    grep -h '^SOURCE ' "$log" | sed 's/^SOURCE /    source of /' >&2 || true
    prepare_root "$temp/root"
    touch "$temp/complete"
    rm -rf --one-file-system "$root_dir"
    mv "$temp" "$root_dir"
  fi
  flock -u 8
  exec 8>&-
}

# Files that a command's own view of the machine is bound over.
prepare_root() { # ROOT
  rm -f "$1/etc/resolv.conf" "$1/etc/hosts"
  : > "$1/etc/resolv.conf"
  : > "$1/etc/hosts"
}

# The environment inside a root: a clean one, plus what concerns the network, certificates, the terminal and our own switches.
root_environment() {
  root_env=(PATH=/opt/node/bin:/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin HOME=/tmp/home LANG=C.UTF-8 LC_ALL=C.UTF-8 npm_config_cache="$cache/npm"
    npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false)
  local name
  while IFS= read -r name; do
    case $name in
      npm_config_cache | NEEDLING_TOOLCHAIN | NEEDLING_BROWSERS | NEEDLING_ALLOW_EXPIRED) ;;
      TERM | COLORTERM | NO_COLOR | FORCE_COLOR | CI | TZ | http_proxy | https_proxy | no_proxy | HTTP_PROXY | HTTPS_PROXY | NO_PROXY | all_proxy | ALL_PROXY) ;&
      SSL_CERT_FILE | SSL_CERT_DIR | NODE_EXTRA_CA_CERTS | CURL_CA_BUNDLE | REQUESTS_CA_BUNDLE | NODE_OPTIONS | npm_config_* | NEEDLING_* | EMCC_* | CMAKE_BUILD_PARALLEL_LEVEL | UBSAN_OPTIONS | ASAN_OPTIONS)
        root_env+=("$name=${!name}") ;;
    esac
  done < <(compgen -e)
}

# Runs a command in a root: its system folders read-only, the project and the cache at their own paths, everything else fresh and in memory.
in_root() { # ROOT CMD…
  local root=$1 dir entry bind where=$PWD
  shift
  local args=(--die-with-parent --unshare-pid --unshare-ipc --tmpfs / --dev /dev --tmpfs /dev/shm --proc /proc --tmpfs /tmp --dir /tmp/home
    --tmpfs /run --dir /var/tmp --ro-bind "$root/etc" /etc)
  if [ "$(id -u)" != 0 ]; then args+=(--unshare-user --uid 0 --gid 0); fi
  for entry in "$root"/*; do # the links of a merged /usr
    if [ -L "$entry" ]; then args+=(--symlink "$(readlink "$entry")" "/${entry##*/}"); fi
  done
  for entry in "$root"/usr/*; do # one by one: /usr/src or /usr/local may hold the clone
    case ${entry##*/} in src | local | games) ;; *) args+=(--ro-bind "$entry" "/usr/${entry##*/}") ;; esac
  done
  for dir in /var/lib /opt/node; do
    if [ -d "$root$dir" ]; then args+=(--ro-bind "$root$dir" "$dir"); fi
  done
  for dir in /etc/resolv.conf /etc/hosts; do
    if [ -e "$dir" ]; then args+=(--ro-bind "$(readlink -f "$dir")" "$dir"); fi
  done
  if [ -e /etc/ssl/certs/ca-certificates.crt ]; then args+=(--ro-bind /etc/ssl/certs /etc/ssl/certs); fi
  if [ -d /usr/local/share/ca-certificates ]; then args+=(--ro-bind /usr/local/share/ca-certificates /usr/local/share/ca-certificates); fi
  if [ -d /usr/share/ca-certificates ] && [ -d "$root/usr/share/ca-certificates" ]; then args+=(--ro-bind /usr/share/ca-certificates /usr/share/ca-certificates); fi
  if [ -n "${HOME:-}" ] && [ -f "$HOME/.npmrc" ]; then args+=(--ro-bind "$HOME/.npmrc" /tmp/home/.npmrc); fi
  mkdir -p "$cache/npm"
  args+=(--bind "$cache" "$cache" --bind "$project" "$project")
  for bind in ${root_binds[@]+"${root_binds[@]}"}; do args+=(--bind "$bind" "$bind"); done
  case $where/ in "$project"/* | "$cache"/*) ;; *) where=$project ;; esac
  root_environment
  bwrap "${args[@]}" --chdir "$where" --clearenv --setenv PWD "$where" -- /usr/bin/env "${root_env[@]}" ${root_extra[@]+"${root_extra[@]}"} "$@"
}

check_bwrap() {
  need_host_tools bwrap
  bwrap --ro-bind / / --dev /dev --proc /proc true 2> /dev/null ||
    die "bubblewrap may not make namespaces here (a container without that right?): start the container with it (docker run --privileged), or put emcc 4.0 or newer, CMake, Ninja, a C++20 compiler, node 20 and npm on the PATH."
}

# --- the toolchain ---------------------------------------------------------------------------------------------------------------------

system_toolchain_lacks() { # prints what is missing; silent when the PATH has it all
  local version
  version=$(emcc --version 2> /dev/null | sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p')
  if [ -z "$version" ] || ! version_at_least "$version" 4.0; then echo "emcc 4.0 or newer"; return; fi
  version=$(cmake --version 2> /dev/null | sed -n '1s/.* \([0-9][0-9.]*\).*/\1/p')
  if [ -z "$version" ] || ! version_at_least "$version" 3.25; then echo "CMake 3.25 or newer"; return; fi
  command -v ninja > /dev/null 2>&1 || { echo ninja; return; }
  if ! echo 'int main(){}' | ${CXX:-c++} -std=c++20 -fsyntax-only -x c++ - 2> /dev/null; then echo "a C++20 compiler"; return; fi
  version=$(node --version 2> /dev/null | sed -n '1s/v\([0-9][0-9.]*\).*/\1/p')
  if [ -z "$version" ] || ! version_at_least "$version" 20; then echo "node 20 or newer"; return; fi
  command -v npm > /dev/null 2>&1 || { echo npm; return; }
}

toolchain_kind= toolchain_dir=
use_toolchain() {
  if [ -n "$toolchain_kind" ]; then return 0; fi
  local lacks
  case ${NEEDLING_TOOLCHAIN:-} in
    private) ;;
    system)
      lacks=$(system_toolchain_lacks)
      if [ -n "$lacks" ]; then die "NEEDLING_TOOLCHAIN=system, but the PATH lacks $lacks."; fi
      toolchain_kind=system ;;
    '') if command -v emcc > /dev/null 2>&1 && [ -z "$(system_toolchain_lacks)" ]; then toolchain_kind=system; fi ;;
    *) die "NEEDLING_TOOLCHAIN is '$NEEDLING_TOOLCHAIN', but must be system or private." ;;
  esac
  if [ "$toolchain_kind" = system ]; then return 0; fi
  toolchain_kind=private
  make_root toolchain "$project/cmake/dev/toolchain_root.sh" \
    "Private tool root, once for all clones: Emscripten, CMake, clang, node (fetches about 450 MB, takes 1.8 GB in $cache, 1 to 2 min)"
  toolchain_dir=$root_dir
  check_bwrap
}

# Runs a command with the toolchain.
tc() {
  use_toolchain
  if [ "$toolchain_kind" = system ]; then "$@"; return; fi
  local root_extra=(EM_CACHE="$toolchain_dir/emcache" EM_FROZEN_CACHE= EMSCRIPTEN_ROOT=/usr/share/emscripten)
  in_root "$toolchain_dir/root" "$@"
}

# --- the solvers that the benchmarks compare with --------------------------------------------------------------------------------------

# Sets solvers_dir: $NEEDLING_SOLVERS where it is given, else a folder beside the private root, which need not be there.
find_solvers() {
  use_toolchain
  solvers_dir=${NEEDLING_SOLVERS:-}
  if [ -z "$solvers_dir" ] && [ "$toolchain_kind" = private ]; then
    solvers_dir=$toolchain_dir/solvers-$(sha256sum "$project/cmake/dev/solvers.sh" | cut -c1-12)
  fi
}

# Makes them; only the private root can. Fails where they cannot be had: the benchmarks do without.
use_solvers() {
  find_solvers
  if [ -z "$solvers_dir" ]; then say "NEEDLING_SOLVERS names no folder with SUNDIALS and Boost: no comparison with them."; return 1; fi
  if [ -d "$solvers_dir/include" ]; then return 0; fi
  if [ -n "${NEEDLING_SOLVERS:-}" ]; then die "NEEDLING_SOLVERS is $solvers_dir, but that folder has no include/."; fi
  exec 8> "$cache/solvers.lock"
  if ! flock -n 8; then say "Another ./dev is preparing the solvers, waiting for it …"; flock 8; fi
  local temp=$toolchain_dir/.new-solvers code=0
  if [ ! -d "$solvers_dir" ]; then
    rm -rf "$temp"
    mkdir -p "$temp"
    if long_step "SUNDIALS and Boost to compare with, once for all clones (fetches about 55 MB, takes 170 MB beside the tool root, 1 min)" \
      "$cache/solvers.log" tc bash "$project/cmake/dev/solvers.sh" "$temp"; then
      mv "$temp" "$solvers_dir"
    else
      say "    That failed ($(grep -E '^E:|[Ee]rror' "$cache/solvers.log" | tail -n 1 | cut -c1-100)); the whole log is in $cache/solvers.log."
      rm -rf "$temp"
      code=1
    fi
  fi
  flock -u 8
  exec 8>&-
  return $code
}

# --- the browsers ----------------------------------------------------------------------------------------------------------------------

# Node of the toolchain with the libraries it needs, so that it also runs on the browser root's older system.
copy_node() { # ROOT
  local list node
  node=$(tc node -p process.execPath)
  list=$(tc ldd "$node" | grep -oE '/[^ ]+' | sort -u)
  local from=; if [ "$toolchain_kind" = private ]; then from=$toolchain_dir/root; fi
  mkdir -p "$1/opt/node/lib" "$1/opt/node/bin"
  local file
  while IFS= read -r file; do cp -L "$from$file" "$1/opt/node/lib/"; done <<< "$list"
  cp -L "$from$node" "$1/opt/node/bin/node"
  if [ -d "$from/usr/share/nodejs" ]; then mkdir -p "$1/usr/share/nodejs"; cp -r "$from/usr/share/nodejs/." "$1/usr/share/nodejs/"; fi
  local loader
  loader=$(basename "$(grep -E '/ld-linux[^/]*$' <<< "$list" | head -n 1)")
  bwrap --bind "$1" / --dev /dev --proc /proc -- \
    patchelf --set-interpreter "/opt/node/lib/$loader" --force-rpath --set-rpath /opt/node/lib /opt/node/bin/node
}

browsers_kind= browsers_dir=
use_browsers() {
  if [ -n "$browsers_kind" ]; then return 0; fi
  local lacks='' program
  for program in chromium firefox-esr WebKitWebDriver Xvfb nginx; do
    PATH=$PATH:/usr/sbin command -v "$program" > /dev/null 2>&1 || lacks="$lacks $program"
  done
  case ${NEEDLING_BROWSERS:-} in
    private) browsers_kind=private ;;
    system) if [ -n "$lacks" ]; then die "NEEDLING_BROWSERS=system, but the PATH lacks$lacks."; fi; browsers_kind=system ;;
    '') if [ -z "$lacks" ]; then browsers_kind=system; else browsers_kind=private; fi ;;
    *) die "NEEDLING_BROWSERS is '$NEEDLING_BROWSERS', but must be system or private." ;;
  esac
  if [ "$browsers_kind" = system ]; then return 0; fi
  use_toolchain
  make_root browsers "$project/cmake/dev/browsers_root.sh" \
    "Private browser root, once for all clones: Chromium, Firefox ESR, WebKitGTK and nginx of Debian 12 (fetches about 350 MB, takes 1.3 GB in $cache, about 1 min)"
  browsers_dir=$root_dir
  if [ ! -e "$browsers_dir/root/opt/node/complete" ]; then
    check_bwrap
    exec 8> "$cache/browsers.lock"
    flock 8
    if [ ! -e "$browsers_dir/root/opt/node/complete" ]; then
      copy_node "$browsers_dir/root"
      touch "$browsers_dir/root/opt/node/complete"
    fi
    exec 8>&-
  fi
}

# Runs a command where the browsers are.
browsers() {
  use_browsers
  if [ "$browsers_kind" = system ]; then tc "$@"; return; fi
  local root_extra=(XDG_RUNTIME_DIR=/tmp/runtime NEEDLING_IN_BROWSER_ROOT=1)
  in_root "$browsers_dir/root" /bin/sh -c 'mkdir -m 700 /tmp/runtime; mkdir -m 1777 /tmp/.X11-unix; exec "$@"' sh "$@"
}
