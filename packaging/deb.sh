#!/bin/bash
# Makes the Debian package of the binary that `make release` built: packaging/deb.sh BINARY FOLDER.
set -eu -o pipefail
cd "$(dirname "$0")/.."
binary=$(readlink -f "$1") out=$(readlink -m "$2")
maintainer=${DEB_MAINTAINER:-Ombud maintainers <maintainers@ombud.example>}
# The same sources give the same package.
stamp=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH=$stamp
version=$("$binary" --version)-1
architecture=$(dpkg --print-architecture)
root=$out/root
rm -rf "$root"
umask 022
make --no-print-directory install BINARY="$binary" DESTDIR="$root" PREFIX=/usr SYSCONFDIR=/etc > /dev/null

strip --strip-unneeded --remove-section=.comment --remove-section=.note "$root/usr/bin/ombud"
mkdir -p "$root/lib/systemd"
mv "$root/usr/lib/systemd/system" "$root/lib/systemd/system"
rm -r "$root/usr/lib"

doc=$root/usr/share/doc/ombud
install -D -m 0644 packaging/debian/copyright "$doc/copyright"
gzip -9nc CHANGELOG.md > "$doc/changelog.gz"
gzip -9nc > "$doc/changelog.Debian.gz" <<EOF
ombud ($version) unstable; urgency=medium

  * See changelog.gz.

 -- $maintainer  $(date --utc --date="@$stamp" --rfc-email)
EOF
install -D -m 0644 packaging/debian/lintian-overrides "$root/usr/share/lintian/overrides/ombud"

# What the binary is linked with, as Debian names it; dpkg-shlibdeps wants a source tree around it.
mkdir -p "$out/shlibs/debian"
printf 'Source: ombud\n\nPackage: ombud\nArchitecture: any\n' > "$out/shlibs/debian/control"
libraries=$(cd "$out/shlibs" && dpkg-shlibdeps -O "$root/usr/bin/ombud" 2> shlibs.log | sed -n 's/^shlibs:Depends=//p')
if [ -z "$libraries" ]; then cat "$out/shlibs/shlibs.log" >&2; exit 1; fi

install -d -m 0755 "$root/DEBIAN"
size=$(du -k -s --exclude=DEBIAN "$root" | cut -f 1)
sed -e "s|@VERSION@|$version|; s|@ARCHITECTURE@|$architecture|; s|@MAINTAINER@|$maintainer|; s|@SIZE@|$size|" \
    -e "s|@LIBRARIES@|$libraries|" packaging/debian/control.in > "$root/DEBIAN/control"
(cd "$root" && find etc -type f | sort | sed 's|^|/|') > "$root/DEBIAN/conffiles"
(cd "$root" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum) > "$root/DEBIAN/md5sums"
for script in postinst prerm postrm; do
    install -m 0755 "packaging/debian/$script" "$root/DEBIAN/$script"
done
find "$root" -newermt "@$stamp" -print0 | xargs -0 -r touch --no-dereference --date="@$stamp"
package=$out/ombud_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$package" > /dev/null
echo "$package"
