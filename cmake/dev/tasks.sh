# Sourced by ./dev: one function a command. Everything is built under build/, and each step does nothing when it is up to date.

jobs=${NEEDLING_JOBS:-$(nproc 2> /dev/null || echo 2)}

task_help() {
  cat << 'HELP'
./dev COMMAND — Microneedling Explorer, every task. What a command needs (tools, libraries, builds) it makes first.

  run [--port N]       build the page and serve it on http://127.0.0.1:8080/
  build [--address A]  build/site/ (put it on any static host) and build/bin/needling (command line); A: where the site will lie, for oembed.json
  package              build/packages/: the page for npm, as one file that opens from a disk, and as a SCORM course
  test [SUITE…]        all tests, or some: unit, wasm, web (web:chromium one browser), exact, golden, fuzz
  bench                benchmarks and sizes, as a table and as build/bench.json
  shots DIR [PART]     pictures of the named scenarios, or of those with PART in their name; --sheet: and one page with all
  fuzz --seconds N     fuzzers for that long
  lint                 format, static analysis, layer check, plain words, short citations
  clean [--all]        remove build/; with --all also node_modules and the private tools in the cache
  help                 this page

For work on the code:
  compile PRESET [TARGET…]   native-debug, native-release, wasm-debug or wasm-release
  format                     clang-format over src/ and tests/
  site [--debug]             build/site/ alone
  exec -- CMD                a command with the toolchain
  browser-exec -- CMD        a command where the browsers are

Tools: with emcc 4.0+, CMake 3.25+, Ninja, a C++20 compiler, node 20+ and npm on the PATH those are used; otherwise, on Debian or Ubuntu, a
private root in ~/.cache/microneedling-explorer. NEEDLING_TOOLCHAIN=system|private and NEEDLING_BROWSERS=system|private force one;
NEEDLING_SOURCES=upstream fetches the C++ libraries from GitHub also in the private root; NEEDLING_JOBS=N sets the parallel jobs;
NEEDLING_SOLVERS=DIR is a folder with include/ and lib/ of SUNDIALS (without MPI) and Boost, which bench compares with.
HELP
}

# --- steps -----------------------------------------------------------------------------------------------------------------------------

# One ./dev at a time builds in a clone.
lock_build() {
  mkdir -p "$project/build"
  exec 9> "$project/build/.lock"
  if ! flock -n 9; then say "Another ./dev is building here, waiting for it …"; flock 9; fi
}
unlock_build() { exec 9>&-; }

node_packages() { # FOLDER
  local folder=$1 hash
  [ -f "$project/$folder/package-lock.json" ] || die "$folder/package-lock.json is missing."
  hash=$(cat "$project/$folder/package.json" "$project/$folder/package-lock.json" | sha256sum | cut -c1-32)
  if [ "$(cat "$project/$folder/node_modules/.needling-lock" 2> /dev/null)" = "$hash" ]; then return 0; fi
  use_toolchain
  mkdir -p "$project/build/logs"
  local log=$project/build/logs/npm.log
  if ! long_step "Node packages of $folder/ (a few MB, some seconds)" "$log" npm_ci "$folder"; then
    tail -n 8 "$log" >&2
    die "npm could not install the packages of $folder/; the whole log is in $log. Is the network there?"
  fi
  echo "$hash" > "$project/$folder/node_modules/.needling-lock"
}
npm_ci() { cd "$project/$1" && tc npm ci --no-audit --no-fund --loglevel=error 9>&-; }

# The page's font, cut down to the characters of the texts.
font() {
  local out=$project/build/generated/font.ttf
  node_packages web
  if [ -f "$out" ] && [ -z "$(find "$project/assets" "$project/web/subset_font.mjs" "$project/web/package-lock.json" -newer "$out" -print -quit)" ]; then return 0; fi
  (cd "$project" && tc node web/subset_font.mjs --out build/generated/font.ttf >&2)
}

configure() { # PRESET [FOLDER_IN_BUILD]
  local preset=$1 folder=$project/build/${2:-$1} args stamp name
  use_toolchain
  font
  args=(-DFETCHCONTENT_BASE_DIR="$project/build/_deps" -DNEEDLING_FONT="$project/build/generated/font.ttf")
  if [ "$toolchain_kind" = system ]; then args+=(-DNEEDLING_WERROR=OFF); fi # a compiler we have not met may warn of something new
  if [ "$toolchain_kind" = private ] && [ "${NEEDLING_SOURCES:-}" != upstream ]; then
    for name in imgui sdl2 glm doctest json; do
      if [ -d "$toolchain_dir/src/$name" ]; then args+=(-DFETCHCONTENT_SOURCE_DIR_"${name^^}=$toolchain_dir/src/$name"); fi
    done
  fi
  find_solvers
  if [ "$preset" = native-release ]; then args+=(-DNEEDLING_SOLVERS="$solvers_dir"); fi
  stamp="$toolchain_kind $toolchain_dir $(command -v emcc || true) $(sha256sum < "$project/CMakePresets.json") ${args[*]}"
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/.dev-stamp" 2> /dev/null)" = "$stamp" ]; then return 0; fi
  rm -rf "$folder"
  say "Configuring $preset …"
  mkdir -p "$project/build/logs"
  if ! (cd "$project" && tc cmake --preset "$preset" -B "$folder" "${args[@]}" 9>&-) > "$project/build/logs/$preset.log" 2>&1; then
    tail -n 25 "$project/build/logs/$preset.log" >&2
    if grep -qiE 'Failed to (download|connect|populate)|could not resolve|error: downloading|each download failed' "$project/build/logs/$preset.log"; then
      say "dev: the C++ libraries could not be fetched from GitHub. Where it cannot be reached, NEEDLING_TOOLCHAIN=private takes them from Debian."
    fi
    return 1
  fi
  printf '%s\n' "$stamp" > "$folder/.dev-stamp"
}

compile() { # PRESET TARGET…
  local preset=$1 log=$project/build/logs/$1-build.log announce_after=2 hint=''
  shift
  configure "$preset" || return 1
  mkdir -p "$project/build/logs"
  if [[ $preset == wasm-* && $toolchain_kind == private && ! -d $toolchain_dir/emcache/sysroot/lib/wasm32-emscripten/lto ]]; then
    hint=" (Emscripten compiles its system libraries on first use: 1 to 2 min more, once)"
  fi
  if [ -t 2 ]; then # ninja's own counter, on one line
    if [ -n "$hint" ]; then say "Building $preset$hint"; fi
    ninja_build "$preset" "$@" >&2
  elif ! long_step "Building $preset${1:+: $*}$hint" "$log" ninja_build "$preset" "$@"; then
    grep -vE '^\[[0-9]+/[0-9]+\] (Building|Linking|Embedding|Re-checking|Re-running)|^(cache|system_libs):INFO|^-- |^: && |^/usr/(bin|share)[^ ]*(c\+\+|em\+\+|emcc|cc) ' "$log" | head -n 200 >&2
    return 1
  fi
}
ninja_build() {
  local preset=$1
  shift
  cd "$project" && tc cmake --build "build/$preset" --parallel "$jobs" ${1:+--target "$@"} 9>&-
}

# The model beside the published results, for the page of validation.
validation_json() {
  local out=$project/build/generated/validation.json
  compile native-release needling || die "the command-line program could not be built."
  mkdir -p "$project/build/generated"
  (cd "$project" && tc build/native-release/needling validate --format json) > "$out.new" || die "needling validate failed."
  mv -f "$out.new" "$out"
}

site() { # PRESET [OPTION OF build_site.mjs…]
  local preset=$1
  shift
  compile "$preset" explorer || die "the page could not be built."
  validation_json
  node_packages web
  (cd "$project" && tc node web/build_site.mjs --wasm "build/$preset" --out build/site "$@" >&2) || die "the page could not be put together."
}

# --- commands --------------------------------------------------------------------------------------------------------------------------

task_compile() {
  [ $# -ge 1 ] || die "compile needs a preset: native-debug, native-release, wasm-debug or wasm-release."
  case $1 in native-debug | native-release | wasm-debug | wasm-release) ;; *) die "there is no preset '$1': native-debug, native-release, wasm-debug or wasm-release." ;; esac
  lock_build
  compile "$@" || exit 1
}

task_site() {
  local preset=wasm-release
  if [ "${1:-}" = --debug ]; then preset=wasm-debug; elif [ $# -gt 0 ]; then die "site knows only --debug, not '$1'."; fi
  lock_build
  site "$preset"
}

task_run() {
  local port=8080
  while [ $# -gt 0 ]; do
    case $1 in
      --port) port=${2:-}; shift ;;
      --port=*) port=${1#--port=} ;;
      *) die "run knows only --port N, not '$1'." ;;
    esac
    shift || die "--port needs a number."
  done
  [[ $port =~ ^[0-9]{1,5}$ ]] && [ "$port" -le 65535 ] || die "the port is '$port', but must be a number from 0 to 65535."
  lock_build
  site wasm-release
  unlock_build
  cd "$project"
  tc node web/serve.mjs --port "$port" --root build/site
}

task_build() {
  local address=()
  if [ "${1:-}" = --address ] && [ $# = 2 ]; then address=(--address "$2"); elif [ $# -gt 0 ]; then die "build knows only --address ADDRESS, not '$*'."; fi
  lock_build
  site wasm-release "${address[@]}"
  compile native-release needling || die "the command-line program could not be built."
  mkdir -p "$project/build/bin"
  cp -f "$project/build/native-release/needling" "$project/build/bin/needling.new"
  mv -f "$project/build/bin/needling.new" "$project/build/bin/needling"
  say "build/site and build/bin/needling are ready."
}

# What the page is handed on as; each line of web/package.mjs makes one.
package_site() {
  local version
  version=$(sed -nE 's/^project\(.* VERSION ([0-9.]+).*/\1/p' "$project/CMakeLists.txt")
  (cd "$project" && tc node web/package.mjs --site build/site --out build/packages --version "$version" >&2) || die "the packages could not be made."
}

task_package() {
  [ $# = 0 ] || die "package takes no arguments."
  lock_build
  site wasm-release
  package_site
  say "build/packages is ready."
}

task_shots() {
  [ $# -ge 1 ] && [[ $1 != -* ]] || die "shots needs a folder first: ./dev shots DIR [--sheet] [PART]."
  mkdir -p "$1" || die "'$1' cannot be made."
  local folder
  folder=$(cd "$1" && pwd -P)
  shift
  lock_build
  site wasm-release
  node_packages tests/web
  unlock_build
  root_binds=("$folder")
  cd "$project"
  browsers node tests/web/shots.mjs "$folder" "$@"
}

task_fuzz() {
  local seconds=60
  while [ $# -gt 0 ]; do
    case $1 in
      --seconds) seconds=${2:-}; shift ;;
      --seconds=*) seconds=${1#--seconds=} ;;
      *) die "fuzz knows only --seconds N, not '$1'." ;;
    esac
    shift || die "--seconds needs a number."
  done
  [[ $seconds =~ ^[0-9]+$ ]] || die "--seconds is '$seconds', but must be a whole number."
  export NEEDLING_FUZZ_SECONDS=$seconds
  task_test fuzz
}

task_clean() {
  rm -rf "$project/build"
  case ${1:-} in
    '') ;;
    --all)
      rm -rf "$project/web/node_modules" "$project/tests/web/node_modules"
      if [ -d "$cache" ]; then rm -rf --one-file-system "$cache"; fi ;;
    *) die "clean knows only --all, not '$1'." ;;
  esac
}

# --- tests -----------------------------------------------------------------------------------------------------------------------------

passed_total=0 failed_total=0

# Runs one suite, shows its output and adds its test cases up. A crash, a missing summary or an empty suite is one failure.
run_suite() { # NAME CMD…
  local name=$1 log=$project/build/logs/test-$1.log code=0 line='' passed=0 failed=0
  shift
  mkdir -p "$project/build/logs"
  printf '\n== %s\n' "$name"
  set +e
  (cd "$project" && "$@") 2>&1 | tee "$log"
  code=${PIPESTATUS[0]}
  set -e
  # doctest closes with "[doctest] test cases: 12 | 12 passed | 0 failed | 0 skipped", the web tests with "12 passed, 0 failed".
  line=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep -E '^\[doctest\] test cases:|^[0-9]+ passed, [0-9]+ failed$' | tail -n 1) || true
  passed=$(sed -nE 's/.*[^0-9]([0-9]+) passed.*/\1/p' <<< " $line")
  failed=$(sed -nE 's/.*[^0-9]([0-9]+) failed.*/\1/p' <<< " $line")
  passed=${passed:-0} failed=${failed:-0}
  if [ -z "$line" ]; then
    echo "$name: ended with status $code and without a summary, counted as one failure"
    failed=1
  elif [ $((passed + failed)) = 0 ]; then
    echo "$name: no test ran, counted as one failure"
    failed=1
  elif [ "$code" != 0 ] && [ "$failed" = 0 ]; then
    echo "$name: every test passed, but the program ended with status $code, counted as one failure"
    failed=1
  fi
  passed_total=$((passed_total + passed)) failed_total=$((failed_total + failed))
}

suite_could_not_start() { # NAME WHY
  printf '\n== %s\n%s: %s, counted as one failure\n' "$1" "$1" "$2"
  failed_total=$((failed_total + 1))
}

run_native_suite() { # NAME [doctest arguments]
  local name=$1
  shift
  lock_build
  if ! compile native-debug needling_tests; then suite_could_not_start "$name" "build/native-debug could not be built"; return; fi
  unlock_build
  run_suite "$name" tc build/native-debug/needling_tests "$@"
}

run_wasm_suite() {
  lock_build
  if ! compile wasm-release needling_tests; then suite_could_not_start wasm "build/wasm-release could not be built"; return; fi
  unlock_build
  run_suite wasm tc node build/wasm-release/needling_tests.cjs
}

run_web_suite() {
  if [ ! -f "$project/tests/web/run.mjs" ]; then suite_could_not_start web "tests/web/run.mjs is not there"; return; fi
  lock_build
  # In a subshell, because these end the script where they fail; the toolchain they may make is found again afterwards.
  if ! (site wasm-release && package_site && compile native-release needling && node_packages tests/web); then
    suite_could_not_start web "the page could not be built"
    return
  fi
  mkdir -p "$project/build/bin"
  cp -f "$project/build/native-release/needling" "$project/build/bin/needling"
  unlock_build
  run_suite web browsers node tests/web/run.mjs "$@"
}

task_test() {
  local suite suites=("$@")
  if [ ${#suites[@]} = 0 ]; then suites=(unit wasm web); fi
  for suite in "${suites[@]}"; do
    case $suite in
      unit | wasm | web | web:* | exact | golden | fuzz) ;;
      *) die "there is no suite '$suite': unit, wasm, web, exact, golden or fuzz." ;;
    esac
  done
  use_toolchain
  for suite in "${suites[@]}"; do
    case $suite in
      unit) run_native_suite unit ;;
      wasm) run_wasm_suite ;;
      web) run_web_suite ;;
      web:*) run_web_suite "${suite#web:}" ;;
      *) run_native_suite "$suite" --test-suite="$suite" ;;
    esac
  done
  echo
  echo "$passed_total passed, $failed_total failed"
  [ "$failed_total" = 0 ] || exit 1
}

# --- benchmarks ------------------------------------------------------------------------------------------------------------------------

task_bench() {
  [ $# = 0 ] || die "bench takes no arguments."
  lock_build
  site wasm-release
  mkdir -p "$project/build/logs"
  rm -f "$project"/build/logs/bench-*.json
  cd "$project"
  if [ -n "$(find tests/bench -name '*.cpp' -print -quit 2> /dev/null)" ]; then
    use_solvers || say "The benchmarks run without the comparison."
    compile native-release needling_bench || die "the native benchmarks could not be built."
    compile wasm-release needling_bench || die "the WebAssembly benchmarks could not be built."
    echo "== native"
    tc build/native-release/needling_bench --json build/logs/bench-native.json
    echo "== wasm (node)"
    tc node build/wasm-release/needling_bench.cjs --json build/logs/bench-wasm.json
  else
    say "tests/bench has no sources: only sizes are measured."
  fi
  echo "== in Chromium, drawn by the processor"
  browsers node tests/bench/browser_bench.mjs --json build/logs/bench-browser.json || say "The page was not measured in a browser."
  tc node cmake/dev/bench_report.mjs --site build/site --native build/logs/bench-native.json --wasm build/logs/bench-wasm.json --browser build/logs/bench-browser.json --out build/bench.json
}

# --- lint ------------------------------------------------------------------------------------------------------------------------------

task_lint() {
  [ $# = 0 ] || die "lint takes no arguments."
  # Formatters differ by version, so lint runs the private root's, whatever is on the PATH (NEEDLING_TOOLCHAIN=system: the PATH's).
  NEEDLING_TOOLCHAIN=${NEEDLING_TOOLCHAIN:-private}
  use_toolchain
  cd "$project"
  lock_build
  local failed=0 files started=$SECONDS
  mkdir -p build/logs
  bash cmake/dev/layers.sh || failed=1
  node_packages web
  node_packages tests/web
  tc node tests/web/words/check.mjs || failed=1
  tc node web/cited.mjs --check || failed=1
  mapfile -t files < <(find src tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print | sort)
  if [ ${#files[@]} -gt 0 ] && ! tc clang-format --dry-run -Werror "${files[@]}" > build/logs/format.log 2>&1; then
    failed=1
    say "lint: the format differs (./dev format puts it right):"
    sed -nE 's/^([^ :]+):([0-9]+):.*\[-Wclang-format-violations\]$/  \1:\2/p' build/logs/format.log | sort -u -t: -k1,1 >&2
  fi
  tidy native-debug 'src/(core|model|ui|cli)/' -Wno-string-conversion || failed=1
  if [ -n "$(find src/render src/app -name '*.cpp' -print -quit 2> /dev/null)" ]; then
    tc embuilder build sysroot > /dev/null 2>&1 || true
    local sysroot
    sysroot=$(tc em-config CACHE)/sysroot
    tidy wasm-release 'src/(render|app)/' --target=wasm32-unknown-emscripten "--sysroot=$sysroot" "-isystem$sysroot/include/compat" \
      -Wno-string-conversion -Wno-unused-command-line-argument || failed=1
  fi
  if [ $failed != 0 ]; then
    echo "lint: failed"
    exit 1
  fi
  echo "lint: layers, format and static analysis of ${#files[@]} files passed in $((SECONDS - started)) s"
}

# clang-tidy over the sources of one build that match a pattern; those that have not changed since they passed are skipped.
tidy() { # PRESET PATTERN [compiler arguments]
  local preset=$1 pattern=$2 folder=lint-$1 headers argument extra=()
  shift 2
  for argument in "$@"; do extra+=("--extra-arg=$argument"); done
  configure "$preset" "$folder" || return 1
  # Headers that the build generates must be there before the analysis reads what includes them.
  headers=$(tc ninja -C "build/$folder" -t targets all 2> /dev/null | sed -nE 's/^(generated\/.*\.h): .*/\1/p' | sort -u)
  if [ -n "$headers" ]; then tc ninja -C "build/$folder" $headers > build/logs/generated.log 2>&1 || { tail -n 20 build/logs/generated.log >&2; return 1; }; fi
  tc node cmake/dev/tidy.mjs "$folder" "$pattern" "$jobs" "${extra[@]}"
}

task_format() {
  cd "$project"
  NEEDLING_TOOLCHAIN=${NEEDLING_TOOLCHAIN:-private}
  local files
  mapfile -t files < <(find src tests -name node_modules -prune -o \( -name '*.cpp' -o -name '*.h' \) -print | sort)
  tc clang-format -i "${files[@]}"
}
