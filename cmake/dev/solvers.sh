#!/usr/bin/env bash
# Recipe of the solvers that `./dev bench` compares ours with: `solvers.sh DIR` fills the new directory DIR. Runs inside the tool root, with
# that root's own apt and compiler, and installs nothing there.
#   DIR/include  Boost's headers (odeint) and those of SUNDIALS
#   DIR/lib      SUNDIALS' CVODE, built here for speed: Debian's own is built for diagnosis (-O2, error checks, logging) and needs MPI
# The directory's name carries a hash of this file, so an edit here makes a new one.
set -euo pipefail
dir=$1
scratch=$dir/.get
mkdir -p "$scratch"
cd "$scratch"

# Both come from one suite; a mirror of testing may miss a file that its own index names, so the next suite is tried.
get() { # SUITE
  local apt=(apt-get -q -o APT::Sandbox::User=root -o Acquire::Retries=3 -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none
    -o Dir::Etc::sourcelist="$scratch/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$scratch/lists" -o Dir::Cache="$scratch/cache")
  local boost
  rm -rf ./*
  mkdir -p lists/partial cache/archives/partial
  printf '%s http://deb.debian.org/debian %s main\n' deb "$1" deb-src "$1" > sources.list
  "${apt[@]}" update
  boost=$(apt-cache "${apt[@]:2}" depends libboost-dev | sed -nE 's/^ *Depends: (libboost[0-9.]+-dev)$/\1/p')
  "${apt[@]}" download "$boost" || return 1
  "${apt[@]}" source --only-source --tar-only --download-only sundials
}
got=0
for suite in forky sid trixie; do
  if get "$suite"; then got=1; break; fi
done
[ $got = 1 ] || { echo "E: neither forky nor sid nor trixie gave Boost and SUNDIALS"; exit 1; }

dpkg-deb --fsys-tarfile libboost*.deb | tar -x -C "$dir" --strip-components=2 --no-same-owner ./usr/include/boost
mkdir source
tar -x -f sundials_*.orig.tar.* -C source --strip-components=1 --no-same-owner
cmake -S source -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$dir" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF \
  -DENABLE_MPI=OFF -DSUNDIALS_LOGGING_LEVEL=0 -DSUNDIALS_ENABLE_ERROR_CHECKS=OFF -DBUILD_TESTING=OFF -DEXAMPLES_ENABLE_C=OFF \
  -DEXAMPLES_ENABLE_CXX=OFF -DEXAMPLES_INSTALL=OFF -DBUILD_ARKODE=OFF -DBUILD_CVODES=OFF -DBUILD_IDA=OFF -DBUILD_IDAS=OFF -DBUILD_KINSOL=OFF
cmake --build build
cmake --install build
cd "$dir"
rm -rf "$scratch"
