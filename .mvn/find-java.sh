# SPDX-License-Identifier: EPL-2.0
# shellcheck shell=bash
#
# find_java MINIMUM PROGRAM: sets JAVA_FOUND to the home of a Java of at least that version that has bin/PROGRAM (java or javac);
# looks at JAVA_HOME, the PATH and the usual folders, in this order. Sourced by mvnw, kontor and the product's start script.

java_version() { # HOME -> the feature version, 0 where it cannot be told
    local version
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release" 2>/dev/null | head -n 1)
    [ -n "$version" ] || version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
    version=${version#1.}
    version=${version%%[!0-9]*}
    printf '%s' "${version:-0}"
}

find_java() {
    local minimum=$1 program=$2 candidate on_path
    local candidates=()
    [ -z "${JAVA_HOME:-}" ] || candidates+=("$JAVA_HOME")
    on_path=$(command -v "$program" 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
        candidates+=("$(dirname "$(dirname "$on_path")")")
    fi
    candidates+=(/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/lib/jvm/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/*
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home)
    for candidate in "${candidates[@]}"; do
        if [ -x "$candidate/bin/$program" ] && [ -x "$candidate/bin/java" ] && [ "$(java_version "$candidate")" -ge "$minimum" ]; then
            # shellcheck disable=SC2034
            JAVA_FOUND=$candidate
            return 0
        fi
    done
    return 1
}
