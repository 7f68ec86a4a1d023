#!/bin/sh
# Tabadla's one script: finds a JDK, builds when the sources are newer than the build, then runs from jars.
set -eu
NEED=25
PROGRAM=tabadla
self=$0
while [ -L "$self" ]; do
  to=$(readlink "$self")
  case $to in /*) self=$to ;; *) self=$(dirname "$self")/$to ;; esac
done
HOUSE=$(cd "$(dirname "$self")" && pwd)
OUT=$HOUSE/$PROGRAM/target
JAR=$OUT/tabadla.jar
STAMP=$OUT/built
AOT=$OUT/tabadla.aot
JVM_FLAGS="--enable-native-access=ALL-UNNAMED --add-modules=jdk.incubator.vector -XX:+UseSerialGC
  -XX:-ShrinkHeapInSteps -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20
  -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"

feature() { # HOME: prints the JDK's feature number without starting it
  if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"; fi
}

find_jdk() {
  onpath=$(command -v javac 2>/dev/null || true)
  [ -z "$onpath" ] || onpath=$(dirname "$(dirname "$(readlink -f "$onpath")")")
  for d in "${TABADLA_JAVA_HOME:-}" "${JAVA_HOME:-}" "$onpath" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$d" ] || continue
    found=$(feature "$d")
    if [ -n "$found" ] && [ "$found" -ge $NEED ]; then
      echo "$d"
      return 0
    fi
  done
  return 1
}

JAVA_HOME=$(find_jdk) || {
  echo "tabadla needs a JDK $NEED or newer and found none.
  Get one from https://adoptium.net or as openjdk-$NEED-jdk-headless; unpack it under /usr/lib/jvm or set TABADLA_JAVA_HOME." >&2
  exit 69
}
export JAVA_HOME

maven() { "$HOUSE/mvnw" -B "$@"; }

stale() {
  [ -f "$STAMP" ] && [ -f "$JAR" ] || return 0
  [ -n "$(find "$HOUSE"/pom.xml "$HOUSE"/*/pom.xml "$HOUSE"/*/src/main -newer "$STAMP" -type f 2>/dev/null | head -n 1)" ]
}

build() {
  echo "tabadla: building; the first time takes a minute or two" >&2
  rm -f "$STAMP" "$AOT"
  mkdir -p "$OUT"
  began=$OUT/began
  touch "$began"
  if ! maven -q package -Dmaven.test.skip=true >&2; then
    echo "tabadla: the build failed; the lines above say why" >&2
    exit 70
  fi
  mv "$began" "$STAMP"
  # One rehearsal teaches the JVM what a start needs; without it everything works, only slower to start.
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$AOT" $JVM_FLAGS -Xlog:disable -jar "$JAR" rehearse >/dev/null 2>&1 ||
    rm -f "$AOT"
}

run() {
  if stale; then build; fi
  cache=""
  [ ! -f "$AOT" ] || cache="-XX:AOTCache=$AOT -Xlog:disable -Xlog:all=error:stderr"
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" $cache $JVM_FLAGS ${TABADLA_JAVA_OPTS:-} -jar "$JAR" "$@"
}

browser() { # the browser test needs Chromium; it is skipped, and says so, where none can be had
  if ! command -v chromium >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "tabadla: installing Chromium for the browser test" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 ||
      echo "tabadla: Chromium could not be installed; the browser test will be skipped" >&2
  fi
}

dev() { # serves the sample press and starts again whenever a source changes
  child=""
  trap '[ -z "$child" ] || kill "$child" 2>/dev/null; exit 0' INT TERM
  while :; do
    mark=$(mktemp)
    if maven -q -o -P quick package -Dmaven.test.skip=true; then
      # shellcheck disable=SC2086
      "$JAVA_HOME/bin/java" $JVM_FLAGS -jar "$JAR" demo "$@" &
      child=$!
    fi
    while [ -z "$(find "$HOUSE"/*/src/main -newer "$mark" -type f | head -n 1)" ]; do sleep 1; done
    rm -f "$mark" "$STAMP"
    if [ -n "$child" ]; then
      kill "$child" 2>/dev/null || true
      wait "$child" 2>/dev/null || true
      child=""
    fi
  done
}

bench() {
  maven -q test-compile dependency:build-classpath -Dmdep.outputFile="$OUT/bench.classpath" -Dmdep.includeScope=test >/dev/null
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" $JVM_FLAGS -Xmx2g ${TABADLA_JAVA_OPTS:-} \
    -cp "$OUT/test-classes:$OUT/classes:$HOUSE/urdu/target/classes:$(cat "$OUT/bench.classpath")" org.tabadla.bench.Bench "$@"
}

wants_help() {
  for a in "$@"; do
    case $a in -h | --help) return 0 ;; esac
  done
  return 1
}

verb=${1:-help}
case $verb in
  test | fmt | check | bench | dev)
    shift
    if wants_help "$@"; then run help "$verb"; fi
    cd "$HOUSE"
    case $verb in
      test)
        browser
        maven verify "$@"
        ;;
      fmt) maven -q spotless:apply "$@" ;;
      check) maven -q verify -Dtest='HouseTest,TidyTest,DocsTest' -Dsurefire.failIfNoSpecifiedTests=false "$@" ;;
      dev) dev "$@" ;;
      bench) bench "$@" ;;
    esac
    ;;
  *) if [ $# -eq 0 ]; then run help; else run "$@"; fi ;;
esac
