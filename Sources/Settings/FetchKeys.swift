/// The keys that say how pages are fetched and kept: `fetch` in ombud.yaml and in a source, `evidence`.
extension KeyTable {
    static let fetch = KeyTable(
        "`fetch`", ["allow-private", "per-host"] + requestKeys,
        aliases: requestAliases.merging(["private": "allow-private", "host": "per-host"]) { first, _ in first
        },
        elsewhere: [
            "command": "a source has it in its own `fetch`", "user-agent": "it stands beside `fetch`",
            "robots": "a source has it, beside its `fetch`",
        ])
    static let sourceFetch = KeyTable(
        "a source's `fetch`", requestKeys + ["command"],
        aliases: requestAliases.merging(["program": "command", "exec": "command", "run": "command"]) {
            first, _ in first
        },
        elsewhere: [
            "allow-private": "ombud.yaml has it in its `fetch`, for all sources",
            "per-host": "ombud.yaml has it in its `fetch`, for all sources of a host",
            "user-agent": "ombud.yaml has it, for all sources", "robots": "it stands beside `fetch`",
        ])
    static let perHost = KeyTable(
        "`per-host`", ["at-most", "delay"],
        aliases: [
            "max": "at-most", "concurrency": "at-most", "parallel": "at-most", "wait": "delay",
            "every": "delay",
        ])
    static let lowSpeed = KeyTable(
        "`low-speed`", ["bytes", "for"],
        aliases: ["speed": "bytes", "limit": "bytes", "rate": "bytes", "time": "for", "during": "for"])
    static let auth = KeyTable(
        "`auth`", ["basic", "bearer"],
        aliases: ["token": "bearer", "user": "basic", "username": "basic", "password": "basic"])
    static let basic = KeyTable(
        "`basic`", ["user", "password"],
        aliases: [
            "username": "user", "name": "user", "login": "user", "pass": "password", "secret": "password",
        ])
    static let certificate = KeyTable(
        "`certificate`", ["file", "key", "password"],
        aliases: [
            "cert": "file", "path": "file", "certificate": "file", "pem": "file", "pass": "password",
            "passphrase": "password",
        ])
    static let evidence = KeyTable(
        "`evidence`", ["folder", "max-file", "enabled"],
        aliases: [
            "path": "folder", "dir": "folder", "directory": "folder", "max-size": "max-file",
            "size": "max-file", "rotate": "max-file", "active": "enabled", "disabled": "enabled",
        ])

    private static let requestKeys = [
        "timeout", "connect-timeout", "first-byte", "low-speed", "max-bytes", "max-headers", "max-redirects",
        "max-depth", "max-links", "headers", "auth", "cookies", "proxy", "ca", "certificate", "ip",
    ]
    private static let requestAliases = [
        "max-time": "timeout", "total": "timeout", "connect": "connect-timeout", "ttfb": "first-byte",
        "slow": "low-speed", "min-speed": "low-speed", "max-size": "max-bytes", "limit": "max-bytes",
        "bytes": "max-bytes", "header-bytes": "max-headers", "redirects": "max-redirects",
        "depth": "max-depth", "links": "max-links", "header": "headers", "authorization": "auth",
        "login": "auth", "credentials": "auth", "cookie": "cookies", "proxies": "proxy", "cacert": "ca",
        "ca-file": "ca", "cert": "certificate", "client-certificate": "certificate", "family": "ip",
        "ip-version": "ip",
    ]
}
