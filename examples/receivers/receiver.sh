#!/bin/sh
# A receiver of Ombud's webhooks in shell, with openssl alone: one request on standard input, its answer on
# standard output, as systemd (a socket with Accept=yes), inetd or socat hand them over:
#
#   OMBUD_KEYS=keys.txt OMBUD_SPOOL=spool systemd-socket-activate --inetd --accept -E OMBUD_KEYS -E OMBUD_SPOOL \
#       -l 127.0.0.1:8080 ./receiver.sh
#
# A genuine event is kept as SPOOL/WEBHOOK-ID.json, once however often it comes; take them from there in their
# own time, by `sequence` within a case. keys.txt holds one key a line: `whsec_...` or `whpk_...`. Keys are seen
# by `ps` for a moment while openssl runs: use another receiver where other people work on the machine.
set -u
LC_ALL=C
umask 077

answer() {
    printf 'HTTP/1.1 %s\r\ncontent-length: 0\r\nconnection: close\r\n\r\n' "$1"
    exit 0
}

work=$(mktemp -d) || answer '500 Internal Server Error'
trap 'rm -rf "$work"' EXIT

cr=$(printf '\r')
IFS= read -r request || answer '400 Bad Request'
length=0 id='' timestamp='' signatures='' origin=''
while IFS= read -r line; do
    line=${line%"$cr"}
    [ -n "$line" ] || break
    value=${line#*:}
    value=${value# }
    case $(printf %s "${line%%:*}" | tr 'A-Z' 'a-z') in
        content-length) length=$value ;;
        webhook-id) id=$value ;;
        webhook-timestamp) timestamp=$value ;;
        webhook-signature) signatures=$value ;;
        webhook-request-origin) origin=$value ;;
    esac
done

case ${request%% *} in
    POST) ;;
    OPTIONS)
        # The handshake of the CloudEvents webhook specification, where the endpoint asks for it.
        printf 'HTTP/1.1 200 OK\r\nWebHook-Allowed-Origin: %s\r\nWebHook-Allowed-Rate: *\r\n' "${origin:-*}"
        printf 'content-length: 0\r\nconnection: close\r\n\r\n'
        exit 0
        ;;
    *) answer '405 Method Not Allowed' ;;
esac
# The id names a file: nothing but what Ombud writes. Standard Webhooks forbids dots in it.
case $id in '' | *[!A-Za-z0-9_-]*) answer '401 Unauthorized' ;; esac
case $length in '' | *[!0-9]* | ???????*) answer '413 Content Too Large' ;; esac
case $timestamp in '' | *[!0-9]* | ???????????????*) answer '401 Unauthorized' ;; esac

head -c "$length" > "$work/body"
{ printf '%s.%s.' "$id" "$timestamp"; cat "$work/body"; } > "$work/signed"
age=$(($(date +%s) - timestamp))
[ "${age#-}" -le 300 ] || answer '401 Unauthorized'

# fits KEY: whether one of the signatures was made with it.
fits() {
    case $1 in
        whsec_*)
            key=$(printf %s "${1#whsec_}" | base64 -d | od -An -vtx1 | tr -d ' \n')
            made=$(openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary "$work/signed" | base64 | tr -d '\n')
            case " $signatures " in *" v1,$made "*) return 0 ;; esac
            ;;
        whpk_*)
            # The 32 bytes of the key behind the head that RFC 8410 gives them.
            { printf '\060\052\060\005\006\003\053\145\160\003\041\000'; printf %s "${1#whpk_}" | base64 -d; } \
                > "$work/key"
            for signature in $signatures; do
                case $signature in v1a,*) ;; *) continue ;; esac
                printf %s "${signature#v1a,}" | base64 -d > "$work/signature" 2> /dev/null || continue
                openssl pkeyutl -verify -rawin -pubin -keyform DER -inkey "$work/key" -in "$work/signed" \
                    -sigfile "$work/signature" > /dev/null 2>&1 && return 0
            done
            ;;
    esac
    return 1
}

genuine=no
while read -r key || [ -n "$key" ]; do
    if fits "$key"; then genuine=yes && break; fi
done < "$OMBUD_KEYS"
[ "$genuine" = yes ] || answer '401 Unauthorized'

# The file appears under its name whole or not at all; one that is there already stays as it is.
mkdir -p "$OMBUD_SPOOL" && cp "$work/body" "$OMBUD_SPOOL/.$id.$$" || answer '500 Internal Server Error'
ln "$OMBUD_SPOOL/.$id.$$" "$OMBUD_SPOOL/$id.json" 2> /dev/null
rm -f "$OMBUD_SPOOL/.$id.$$"
[ -e "$OMBUD_SPOOL/$id.json" ] || answer '500 Internal Server Error'
answer '204 No Content'
