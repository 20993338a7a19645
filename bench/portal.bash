# Shared by the benchmarks beside it: a portal of its own in a temporary directory, and how it is measured.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
seconds=${BENCH_SECONDS:-15}

free_port() { # six in a row
  local n
  for _ in {1..50}; do
    n=$((20000 + RANDOM % 20000))
    for p in {0..5}; do ! (exec 3<>"/dev/tcp/127.0.0.1/$((n + p))") 2>/dev/null || continue 2; done
    echo $n
    return
  done
}

start_portal() {
  port=$(free_port)
  "$root/bin/run" --port "$port" --data "$work/data" --clock 2026-11-16T08:00+07:00 >"$work/run.log" 2>&1 &
  runner=$!
  trap finish EXIT
  for _ in {1..600}; do
    curl -fs -o "$work/ready" "http://127.0.0.1:$port/health/ready" && break
    kill -0 $runner 2>/dev/null || { tail -20 "$work/run.log" >&2; exit 1; }
    sleep 0.2
  done
  portal=$(pgrep -f "vn.motcua.Motcua --server.port=$port" | head -1)
  database=$(head -1 "$(find "$work/data" -name postmaster.pid | head -1)")
}

finish() {
  [ -z "${nginx:-}" ] || kill "$nginx" 2>/dev/null || true
  kill "$runner" 2>/dev/null && wait "$runner" 2>/dev/null || true
  rm -rf "$work"
}

# CPU milliseconds that the portal has used, and PostgreSQL with all its children (also those that have ended).
cpu_portal() { awk -v hz="$(getconf CLK_TCK)" '{print ($14 + $15) * 1000 / hz}' "/proc/$portal/stat"; }
cpu_database() {
  local pids
  pids="$database $(pgrep -P "$database" | paste -sd ' ')"
  for pid in $pids; do cat "/proc/$pid/stat" 2>/dev/null; done |
    awk -v hz="$(getconf CLK_TCK)" -v main="$database" '{t += $14 + $15} $1 == main {t += $16 + $17} END {print t * 1000 / hz}'
}

journal() { curl -fs "http://127.0.0.1:$((port + 2))/actuator/journal"; }
forget_lag() { curl -fs -X DELETE "http://127.0.0.1:$((port + 2))/actuator/journal"; }

# Waits until all readers have caught up; prints the seconds that took.
caught_up() {
  local began now
  began=$(date +%s.%N)
  for _ in {1..3000}; do
    [[ $(journal) == *'"caughtUp":true'* ]] && break
    sleep 0.05
  done
  now=$(date +%s.%N)
  echo "$now - $began" | bc -l
}
longest_lag() { journal | sed -n 's/.*"longestLagMillis":\([0-9]*\),"readers".*/\1/p'; }

calc() { awk "BEGIN {printf \"%.3f\", $*}"; }
