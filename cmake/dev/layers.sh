#!/usr/bin/env bash
# Layer check: which of our folders each layer may include, and that SDL, Emscripten and OpenGL stay where they belong.
set -euo pipefail
bad=0
allow() { # LAYER FOLDERS_IT_MAY_INCLUDE [ONE_MORE_HEADER]
  local found
  found=$(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]+"' "src/$1" --include='*.cpp' --include='*.h' 2> /dev/null |
    grep -E '"(core|model|render|ui|app|cli)/' | grep -vE "\"($2)/" | grep -vF "\"${3:-none}\"" || true)
  if [ -n "$found" ]; then
    printf 'layers: src/%s may include only %s of ours:\n%s\n' "$1" "${2//|/, }${3:+ and $3}" "$found" >&2
    bad=1
  fi
  found=$(grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]+"\.\./' "src/$1" 2> /dev/null || true)
  if [ -n "$found" ]; then
    printf 'layers: an include starts at src/, not at "../":\n%s\n' "$found" >&2
    bad=1
  fi
}
forbid() { # WHAT PATTERN FOLDERS…
  local what=$1 pattern=$2 found
  shift 2
  found=$(cd src && grep -rnE "^[[:space:]]*#[[:space:]]*include[[:space:]]+[<\"]($pattern)" "$@" 2> /dev/null || true)
  if [ -n "$found" ]; then
    printf 'layers: %s:\n%s\n' "$what" "$found" >&2
    bad=1
  fi
}
allow core 'core'
allow model 'core|model'
allow render 'core|model|render'
allow ui 'core|model|ui'
allow cli 'core|model|cli' 'render/surface_svg.h'
allow app 'core|model|render|ui|app'
forbid 'SDL and Emscripten belong to src/app' 'SDL|emscripten|imgui_impl_' core model render ui cli
forbid 'OpenGL belongs to src/render and src/app' 'GLES|GL/|EGL' core model ui cli
forbid 'Dear ImGui belongs to src/ui and src/app' 'imgui' core model render cli
forbid 'glm belongs to src/render' 'glm/' core model ui cli
# Numbers that people read have the language's decimal sign (model/shown.h); panels and pictures write others only into commands
# and data attributes.
found=$(grep -rnE 'format(Number|Fixed)\(' src/ui src/render | grep -vE '\{"(day|textScale|data-mm)", format' || true)
if [ -n "$found" ]; then
  printf 'layers: shown numbers are written with shownNumber or shownFixed:\n%s\n' "$found" >&2
  bad=1
fi
# A text or a constant that neither the program nor a table names is dead; ids that are put together at run time are known by
# how they begin.
unused() { # TABLE BEGINNINGS
  local id begin
  tail -n +2 "$1" | cut -d, -f1 | while read -r id; do
    for begin in $2; do case $id in "$begin" | "$begin".*) continue 2 ;; esac done
    grep -rqF "\"$id\"" src || grep -qE "['\"]$id['\"]" web/*.js web/*.mjs web/*.html || grep -qF ",$id," assets/evidence/*.csv assets/guide.csv || echo "$id"
  done
}
lessons=$(tail -n +2 assets/lessons.csv | cut -d, -f1 | tr '\n' ' ')
for found in $(unused assets/texts/en.csv "$lessons advice.group chart.of guide guideList guideTopic indication layer phase recovery structure unit warning") $(unused assets/evidence/constants.csv ''); do
  printf 'layers: nothing in src/ or web/ reads "%s" of the tables\n' "$found" >&2
  bad=1
done
exit $bad
