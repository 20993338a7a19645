# Shared by the commands beside it; not a command itself.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
target=$root/target
portal_path=$target/motcua.jar:$target/lib/* # first on every class path, as the JVM's cache wants it
sandbox_path=$target/motcua-sandbox.jar:$target/lib-sandbox/*

# Lean on purpose: one collector thread, small headers, memory given back (docs/operations.md, "Memory").
jvm=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms64m -Xmx512m -Xss512k -XX:MinHeapFreeRatio=10
  -XX:MaxHeapFreeRatio=25 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow)

stop() { echo "$*" >&2; exit 1; }

# Prints the header of a command: every comment line after the first, up to the first line that is none.
usage() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }

java_version() { "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = \([0-9]*\).*/\1/p'; }

# A JDK of at least 25, wherever it is; the machine's default may be an older one.
find_jdk() {
  local home on_path
  on_path=$(command -v javac || true)
  for home in "${JAVA_HOME:-}" ${on_path:+"$(dirname "$(dirname "$(readlink -f "$on_path")")")"} \
    "${MOTCUA_JVM_DIR:-/usr/lib/jvm}"/* "${HOME:-}"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/javac" ] && [ "$(java_version "$home")" -ge 25 ] 2>/dev/null; then
      echo "$home"
      return
    fi
  done
  stop "Motcua needs a JDK 25 or newer and found none: install one, for example Eclipse Temurin 25 (Debian and Ubuntu: package temurin-25-jdk), and start again."
}

may_install() { command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; }

# Installs Debian's package where the command is missing, or says what to install.
need() { # command package
  command -v "$1" >/dev/null && return
  may_install || stop "This needs $1 and may not install it: install it (Debian and Ubuntu: apt-get install $2) and start again."
  echo "Installing $2 …" >&2
  local sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo -n)
  { "${sudo[@]}" apt-get -qq update && DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get -qq -y install --no-install-recommends "$2"; } >&2 ||
    stop "The package $2 could not be installed: install it and start again."
}

maven() {
  need mvn maven
  local version
  version=$(mvn -v 2>/dev/null | sed -n 's/^.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p')
  [ "$(printf '%s\n3.8\n' "$version" | sort -V | head -1)" = 3.8 ] || stop "Motcua needs Maven 3.8 or newer and found $version: install a newer one and start again."
  (cd "$root" && MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" mvn -B -ntp "$@")
}

# Builds when a source is newer than the last build; then teaches the JVM which classes a start needs.
build() {
  [ -f "$target/built" ] && [ -z "$(find "$root/pom.xml" "$root/src" -newer "$target/built" -print -quit)" ] && return
  echo "Building (the first time takes a few minutes) …" >&2
  mkdir -p "$target"
  rm -rf "$target/lib" "$target/lib-sandbox" "$target"/*.aot
  touch "$target/building"
  maven -q -Dmaven.test.skip=true -Dspotless.check.skip package >&2 || stop "The build failed; the reason stands above."
  mv "$target/building" "$target/built"
  teach
}

# One start aside, from which the JVM keeps what it loaded and linked: later starts take half the time. Without the
# file, or when it does not fit the JVM, a start is slower and nothing else.
teach() {
  local aside
  aside=$(mktemp -d)
  "$jdk/bin/java" "${jvm[@]}" -XX:AOTCacheOutput="$target/motcua.aot" -Dspring.context.exit=onRefresh -cp "$portal_path" \
    vn.motcua.Motcua --server.port=0 --motcua.sandbox=true --motcua.data="$aside" >"$target/teach.log" 2>&1 || true # it ends before it serves, which counts as a failure
  rm -rf "$aside"
}

