/// How `fetch` is written, in ombud.yaml for all sources and in a source for itself: limits, families, commands.
import Complaints
import Foundation

extension Section {
    /// The `fetch` of ombud.yaml.
    func fetchSettings(secrets: SecretPlaces) -> FetchSettings {
        var settings = FetchSettings()
        settings.addresses = addresses()
        settings.options = fetchOptions(over: FetchOptions(), secrets: secrets)
        for key in ["headers", "auth"] where has(key) && !isNone(key) {
            let carriesSecret = key == "auth" || settings.options.headers.contains { looksSecret($0.name) }
            if carriesSecret {
                warn(
                    key,
                    "`\(key)` is sent to every site that is polled; put it into the `fetch` of the sources "
                        + "that it is for")
            }
        }
        if let node = node("per-host"), !node.isNull, let host = Section(node, .perHost, in: document) {
            settings.perHostAtMost = host.count("at-most", in: 1...1000) ?? settings.perHostAtMost
            settings.perHostDelay = host.duration("delay", such: "1s") ?? settings.perHostDelay
        }
        return settings
    }

    private func addresses() -> AddressPolicy {
        guard let node = node("allow-private") else { return .publicOnly }
        guard case .list = node.value else {
            return AddressPolicy(allowsPrivate: fact("allow-private") ?? false)
        }
        let ranges = (texts("allow-private", of: "CIDR ranges") ?? []).compactMap {
            text, place -> AddressRange? in
            if let range = AddressRange(text) { return range }
            document.fault(
                place, "`\(text)` is no range of addresses; CIDR such as 10.0.0.0/8 or fd00::/8 is wanted")
            return nil
        }
        return AddressPolicy(openRanges: ranges)
    }

    /// What this map says, and what holds where it says nothing.
    func fetchOptions(over base: FetchOptions, secrets: SecretPlaces) -> FetchOptions {
        var options = base
        options.limits = limits(over: base.limits)
        options.keepsCookies = fact("cookies") ?? base.keepsCookies
        options.family = family() ?? base.family
        grant(&options, secrets: secrets)
        if table.keys.contains("command") {
            options.command = program("command", places: secrets)
            if options.command != nil { warnOfIdleKeys() }
        }
        return options
    }

    private func limits(over base: FetchLimits) -> FetchLimits {
        var limits = base
        let least = Duration.milliseconds(1)
        limits.total = duration("timeout", such: "30s", atLeast: least) ?? base.total
        limits.connect = duration("connect-timeout", such: "10s", atLeast: least) ?? base.connect
        limits.firstByte = duration("first-byte", such: "20s", atLeast: least) ?? base.firstByte
        limits.pageBytes = size("max-bytes") ?? base.pageBytes
        limits.headerBytes = size("max-headers", such: "128kB") ?? base.headerBytes
        limits.redirects = count("max-redirects", in: 0...20) ?? base.redirects
        limits.depth = count("max-depth", in: 1...10_000) ?? base.depth
        limits.links = count("max-links", in: 1...10_000_000) ?? base.links
        guard let node = node("low-speed"), !node.isNull else { return limits }
        if case .scalar("0", _) = node.value {
            limits.leastSpeed = 0
        } else if let map = Section(node, .lowSpeed, in: document) {
            limits.leastSpeed = map.size("bytes", such: "100", atLeast: 0) ?? base.leastSpeed
            limits.slowFor = map.duration("for", such: "15s", atLeast: .seconds(1)) ?? base.slowFor
        }
        return limits
    }

    private func family() -> FetchOptions.AddressFamily? {
        guard let text = scalar("ip", wanted: "any, 4 or 6") else { return nil }
        switch text.lowercased() {
        case "any": return .any
        case "4": return .ipv4
        case "6": return .ipv6
        case let other:
            let digit = other.last.map(String.init) ?? ""
            let guess = ["4", "6"].contains(digit) ? "; did you mean `\(digit)`?" : ""
            fault("ip", "`ip` is `\(text)`; any, 4 or 6 is wanted" + guess)
            return nil
        }
    }

    /// A name without a slash is looked up where programs are installed.
    private static func installed(_ name: String) -> URL? {
        ["/usr/local/bin", "/usr/bin", "/bin"].map { URL(fileURLWithPath: $0).appending(path: name) }
            .first { access($0.path, X_OK) == 0 }
    }

    /// A program as an absolute path, and its arguments.
    func program(_ key: String, places: SecretPlaces) -> [String]? {
        guard let node = node(key) else { return nil }
        let example = "[\"/usr/local/bin/render\", \"--html\"]"
        guard case .list(let nodes) = node.value else {
            fault(
                key,
                "`\(key)` is \(node.kind); a list of a program and its arguments, such as \(example), is "
                    + "wanted")
            return nil
        }
        guard !nodes.isEmpty else {
            fault(
                key, "`\(key)` is empty; a program and its arguments, such as \(example), are wanted")
            return nil
        }
        let words = nodes.compactMap { word in
            scalar(of: word, called: "an entry of `\(key)`", at: word.place, wanted: "text")
        }
        guard words.count == nodes.count, let first = words.first else { return nil }
        let program = first.contains("/") ? places.url(first) : Self.installed(first) ?? places.url(first)
        if places.areRead {
            if Files.isFolder(program) || access(program.path, F_OK) != 0 {
                document.warn(
                    nodes[0].place,
                    "there is no program \(program.path); install it, or name another by its path")
            } else if access(program.path, X_OK) != 0 {
                document.warn(nodes[0].place, "\(program.path) cannot be run by this user; chmod 755 it")
            }
        }
        return [program.path] + words.dropFirst()
    }

    private func warnOfIdleKeys() {
        let idle = [
            "headers", "auth", "cookies", "proxy", "ca", "certificate", "ip", "connect-timeout",
            "max-headers",
            "max-redirects",
        ].filter { has($0) }
        if !idle.isEmpty {
            let verb = idle.count == 1 ? "does" : "do"
            warn("command", "\(quoted(idle)) \(verb) nothing beside `command`; its program asks for the page")
        }
    }
}
