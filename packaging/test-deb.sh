#!/bin/bash
# Installs the package into a clean Debian and proves there what it promises: packaging/test-deb.sh PACKAGE.
#
# Needs root, debootstrap, curl and python3. The clean system is kept ($DEB_CLEAN); each run works on a copy ($DEB_ROOT).
set -eu -o pipefail
package=$(readlink -f "$1")
here=$(readlink -f "$(dirname "$0")")
clean=$(readlink -m "${DEB_CLEAN:-.build/deb/clean}")
root=$(readlink -m "${DEB_ROOT:-.build/deb/installed}")
suite=${DEB_SUITE:-bookworm}
mirror=${DEB_MIRROR:-http://deb.debian.org/debian}
watched=$(mktemp -d)
site= supervisor=

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }
inside() { chroot "$root" "$@"; }
as_service() { chroot --userspec=ombud:ombud "$root" "$@"; }
as_anna() { chroot --userspec=anna:anna --groups=ombud "$root" sh -c "umask 007; $*"; }
finish() {
    if [ -n "$supervisor" ]; then kill "$supervisor" 2> /dev/null || true; fi
    if [ -n "$site" ]; then kill "$site" 2> /dev/null || true; fi
    if mountpoint -q "$root/proc"; then umount "$root/proc"; fi
    rm -rf "$watched"
}
trap finish EXIT

[ "$(id -u)" -eq 0 ] || fail "root is needed to install packages into another root"
if [ ! -e "$clean/etc/debian_version" ]; then
    say "a clean Debian $suite is made in $clean"
    debootstrap --variant=minbase "$suite" "$clean" "$mirror" > "$watched/debootstrap.log" 2>&1 \
        || { tail "$watched/debootstrap.log"; fail "debootstrap"; }
fi
rm -rf "$root"
mkdir -p "$(dirname "$root")"
cp -a "$clean" "$root"
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"

# --- It installs, with what it depends on and nothing else known ---
cp "$package" "$root/tmp/ombud.deb"
inside apt-get update -qq
DEBIAN_FRONTEND=noninteractive inside apt-get install -y -qq --no-install-recommends /tmp/ombud.deb > "$watched/install.log" 2>&1 \
    || { tail -20 "$watched/install.log"; fail "it does not install"; }
grep -q "waits for a watchlist" "$watched/install.log" || fail "it does not ask for a watchlist"
say "installed: $(inside ombud --version), $(du -h "$root/usr/bin/ombud" | cut -f 1)"
[ "$(inside stat -c '%U:%G %a' /var/lib/ombud)" = "ombud:ombud 2770" ] || fail "the mode of /var/lib/ombud"
for file in usr/share/man/man1/ombud.1.gz usr/share/man/man1/ombud-case-list.1.gz lib/systemd/system/ombud.service \
    usr/share/bash-completion/completions/ombud usr/share/zsh/site-functions/_ombud \
    usr/share/fish/vendor_completions.d/ombud.fish etc/ombud/ombud.yaml etc/ombud/watchlists/sites/ceneo.yaml \
    usr/share/doc/ombud/copyright usr/share/ombud/monitoring/alerts.yaml; do
    # Debian's minimal images leave documentation out.
    [ -e "$root/$file" ] || grep -qs "path-exclude" "$root"/etc/dpkg/dpkg.cfg.d/* || fail "$file is missing"
done
[ -z "$(ls "$root"/etc/ombud/watchlists/*.yaml 2> /dev/null)" ] || fail "a watchlist is there before one was written"
inside ombud doctor > "$watched/doctor" 2>&1 || true
grep -q '^ok   zones' "$watched/doctor" || fail "the shipped binary knows no time zones"
inside ombud try deadline --json > "$watched/zone.json" <<'EOF'
{"policy":{"name":"default","calendar":{"zone":"Europe/Warsaw","hours":{"mon":["09:00-17:00"]}},"clocks":[{"name":"answer","within":"1wh","until":"reply"}]},"opened":"2026-03-30T06:00:00Z","now":"2026-03-30T06:00:00Z","history":[]}
EOF
grep -q '"due":"2026-03-30T08:00:00.000Z"' "$watched/zone.json" || fail "a deadline in Warsaw: $(cat "$watched/zone.json")"

# --- A first watchlist, of the demo's site ---
chroot "$root" ombud demo --site > "$watched/site" 2>&1 &
site=$!
for _ in $(seq 100); do grep -q '^http' "$watched/site" && break; sleep 0.1; done
url=$(grep -m 1 '^http' "$watched/site") || fail "the demo's site does not start: $(cat "$watched/site")"
inside ombud init --subject Lumiretka --url "$url" --contact desk@firm.example > /dev/null
# The site is on loopback, which is closed otherwise.
sed -i 's/^  allow-private: false/  allow-private: ["127.0.0.0\/8"]/; s/^listen: .*/listen: "127.0.0.1:18377"/' \
    "$root/etc/ombud/ombud.yaml"
sed -i 's/every: 15m/every: 1s/; s/about: anyone .*/about: subject/' "$root"/etc/ombud/watchlists/lumiretka.yaml
inside ombud check > /dev/null || fail "what init wrote does not pass ombud check"

# --- It starts under a supervisor ---
start() {
    mkfifo "$watched/orders"
    NOTIFY_SOCKET=/run/notify-ombud python3 "$here/supervisor.py" "$root/run/notify-ombud" \
        chroot --userspec=ombud:ombud "$root" sh -c 'umask 007; exec /usr/bin/ombud serve --config /etc/ombud' \
        < "$watched/orders" > "$watched/answers" 2>> "$watched/log" &
    supervisor=$!
    exec 7> "$watched/orders"
    rm "$watched/orders"
}
order() {
    local before
    before=$(wc -l < "$watched/answers")
    printf '%s\n' "$*" >&7
    for _ in $(seq 900); do
        if [ "$(wc -l < "$watched/answers")" -gt "$before" ]; then
            tail -n 1 "$watched/answers" | grep -q '^ok' && return
            break
        fi
        sleep 0.1
    done
    cat "$watched/answers" "$watched/log"
    fail "$*"
}
ask() { curl -sS -o "$watched/page" -w '%{http_code}' "http://127.0.0.1:18377$1"; }

start
order ready 60
[ "$(ask /readyz)" = 200 ] || fail "/readyz after READY: $(cat "$watched/page")"
order watchdog 20
inside adduser --quiet --disabled-password --gecos Anna anna
inside adduser --quiet anna ombud
for _ in $(seq 300); do
    [ "$(as_anna ombud inbox --json | wc -l)" -gt 0 ] && break
    sleep 0.2
done
seen=$(as_anna ombud mention list --json | wc -l)
[ "$seen" -gt 0 ] || fail "nothing was read: $(cat "$watched/log")"
as_anna ombud inbox --json > "$watched/inbox"
mention=$(sed -nE '1s/.*"id":"(m[0-9]+)".*/\1/p' "$watched/inbox")
as_anna ombud mention confirm "$mention" --as anna > /dev/null || fail "staff cannot work while the service runs"
[ "$(ask /metrics)" = 200 ] || fail "/metrics"
grep -q '^ombud_visits_total{outcome="complete"} [1-9]' "$watched/page" || fail "no visit in the metrics"
if command -v promtool > /dev/null; then promtool check metrics < "$watched/page" || fail "promtool"; fi
say "polls: $seen mentions; staff in the group work on the same store"

order hup
order message RELOADING=1 10
order ready 10
cp "$root/etc/ombud/ombud.yaml" "$watched/good.yaml"
echo "treshold: 0.5" >> "$root/etc/ombud/ombud.yaml"
order hup
order message refused 10
cp "$watched/good.yaml" "$root/etc/ombud/ombud.yaml"
inside ombud doctor > "$watched/doctor" 2>&1 || true
grep -q '^fail configuration' "$watched/doctor" || fail "doctor does not tell of refused settings"
say "reloads, and keeps the old settings where the new ones are faulty"

order kill
order ended 10
exec 7>&-
wait "$supervisor" || true
start
order ready 60
[ "$(as_anna ombud mention list --json | wc -l)" -ge "$seen" ] || fail "mentions were lost by kill -9"
as_anna ombud mention show "$mention" --json > "$watched/mention"
grep -q '"confirmed"' "$watched/mention" || fail "a decision was lost by kill -9"
order term
order message STOPPING=1 10
order ended 30
tail -n 1 "$watched/answers" | grep -q '^ok 0$' || fail "it did not end in order: $(tail -n 1 "$watched/answers")"
exec 7>&-
wait "$supervisor" || true
supervisor=
say "survives kill -9, ends in order"

# --- Settings are kept by an upgrade, the program goes, and with purge all of it ---
sum=$(md5sum < "$root/etc/ombud/ombud.yaml")
DEBIAN_FRONTEND=noninteractive inside dpkg -i /tmp/ombud.deb > /dev/null 2>&1 < /dev/null || fail "it does not install over itself"
[ "$(md5sum < "$root/etc/ombud/ombud.yaml")" = "$sum" ] || fail "settings were overwritten"
inside dpkg -r ombud > /dev/null 2>&1 || fail "it cannot be removed"
[ ! -e "$root/usr/bin/ombud" ] && [ -e "$root/etc/ombud/ombud.yaml" ] && [ -e "$root/var/lib/ombud/ombud.db" ] \
    || fail "removing took too little or too much"
inside dpkg -P ombud > /dev/null 2>&1 || fail "it cannot be purged"
[ ! -e "$root/etc/ombud" ] && [ ! -e "$root/var/lib/ombud" ] || fail "purge left something"
if inside getent passwd ombud > /dev/null; then fail "purge left the user"; fi
say "upgrades, removes, purges"
say "passed: $(basename "$package")"
