/// How `ombud.yaml` is written: store, listener, user agent, evidence, endpoints, routes.
import Complaints
import Foundation

extension Section {
    /// Takes over every key that is given; the others keep their defaults. Tells whether `fetch` has a secret
    /// that this user cannot read.
    func fill(
        _ configuration: inout Configuration, calendars: [String: WorkingCalendar?], secrets: SecretPlaces,
        fetchLacksSecret: inout Bool
    ) {
        if let text = scalar("store", wanted: "sqlite:PATH or a postgres:// URL"),
            let store = document.store(text, at: place(of: "store"), relativeTo: configuration.folder)
        {
            configuration.store = store
        }
        configuration.instance = instance() ?? configuration.instance
        configuration.listen = listener()
        if let node = node("log"), !node.isNull, let log = Section(node, .log, in: document) {
            configuration.log = log.logSettings()
        }
        configuration.userAgent = userAgent() ?? configuration.userAgent
        configuration.threshold = threshold() ?? configuration.threshold
        if let node = node("fetch"), !node.isNull, let fetch = Section(node, .fetch, in: document) {
            let before = document.findings.unreadSecrets
            configuration.fetch = fetch.fetchSettings(secrets: secrets)
            fetchLacksSecret = document.findings.unreadSecrets > before
        }
        configuration.incidents = incidents(from: configuration.incidents) ?? configuration.incidents
        configuration.retention = retention() ?? configuration.retention
        configuration.team = team(calendars: calendars)
        let endpoints = endpoints(secrets: secrets, addresses: configuration.fetch.addresses)
        configuration.endpoints = endpoints.values
        configuration.routes = routes(
            endpoints: endpoints.names, policies: Set(configuration.policies.keys).union(["default"]))
    }

    private func instance() -> String? {
        guard let text = scalar("instance", wanted: "an absolute URI") else { return nil }
        let scheme = text.prefix { $0 != ":" }
        let isURI =
            scheme.utf8.count < text.utf8.count - 1 && scheme.first?.isLetter == true
            && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        guard isURI else {
            fault(
                "instance",
                "`instance` is `\(text)`; an absolute URI such as https://example.org/ombud is wanted")
            return nil
        }
        return text
    }

    /// From which score on a mention is flagged.
    func threshold() -> Double? {
        let wanted = "a number above 0 and below 1, such as 0.6"
        guard let text = scalar("threshold", wanted: wanted) else { return nil }
        guard let number = Double(text), number > 0, number < 1 else {
            let share = text.hasSuffix("%") ? Double(text.dropLast().trimmed) : Double(text)
            let guess = share.flatMap { (1..<100).contains($0) ? "; did you mean `\($0 / 100)`?" : nil }
            fault("threshold", "`threshold` is `\(text)`; \(wanted), is wanted" + (guess ?? ""))
            return nil
        }
        return number
    }

    /// Operators of sites must be able to reach the people behind the requests.
    private func userAgent() -> String? {
        guard let text = scalar("user-agent", wanted: "a name with a contact URL or address") else {
            return nil
        }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            fault(
                "user-agent",
                "`user-agent` holds characters that HTTP forbids; plain ASCII on one line is wanted")
            return nil
        }
        let address = text.split { " ()<>;,+".contains($0) }.contains { word in
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
        }
        let hasURL = ["https://", "http://"].contains { scheme in
            text.ranges(of: scheme).contains { range in
                text[range.upperBound...].first.map { $0.isLetter || $0.isNumber } ?? false
            }
        }
        guard address || hasURL else {
            fault(
                "user-agent",
                "`user-agent` is `\(text)`, without a contact; add a URL or an e-mail address, such as "
                    + "`(+https://example.org/contact)`")
            return nil
        }
        return text
    }

    /// `store` is the one that holds in the end, that of a command included.
    func evidence(for store: StoreLocation, folder: URL) -> EvidenceSettings? {
        guard let node = node("evidence"), !node.isNull else { return .beside(store) }
        guard let map = Section(node, .evidence, in: document) else { return nil }
        let isEnabled = map.fact("enabled")
        let mostBytes = map.size("max-file", such: "1GB")
        let path = map.scalar("folder", wanted: "a folder").map { Files.url($0, from: folder).path }
        guard var settings = path.map({ EvidenceSettings(folder: $0) }) ?? .beside(store) else {
            if isEnabled == true {
                map.fault("enabled", "the store keeps nothing, so evidence has no place; name a `folder`")
            }
            return nil
        }
        settings.mostBytes = mostBytes ?? settings.mostBytes
        return isEnabled == false ? nil : settings
    }

    private func endpoints(
        secrets: SecretPlaces, addresses: AddressPolicy
    ) -> (values: [Endpoint], names: Set<String>) {
        var values: [Endpoint] = []
        var places: [String: Place] = [:]
        for node in list("endpoints", of: "endpoints") ?? [] {
            guard let map = Section(node, .endpoint, in: document) else { continue }
            let endpoint = map.endpoint(places: secrets, addresses: addresses)
            guard let name = endpoint?.name ?? map.nameAsWritten else { continue }
            if let first = places[name] {
                map.fault(
                    "name", "the endpoint `\(name)` is given twice, first on line \(first.line); rename one")
            }
            places[name] = places[name] ?? map.place(of: "name")
            if let endpoint { values.append(endpoint) }
        }
        return (values, Set(places.keys))
    }

    private var nameAsWritten: String? {
        if case .scalar(let text, _) = node("name")?.value { text.trimmed } else { nil }
    }
}

extension Document {
    /// `sqlite:PATH` or `postgres://...`; a relative path starts at `folder`, else at the working folder.
    func store(_ text: String, at place: Place, relativeTo folder: URL?) -> StoreLocation? {
        if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            if path == ":memory:" { return .sqlite(path: path) }
            if !path.isEmpty {
                let isURL = path.hasPrefix("//") && !path.hasPrefix("///")
                let url = Files.url(path, from: folder)
                if !isURL { return .sqlite(path: url.path) }
            }
        } else if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            return .postgres(url: text)
        }
        let guess = text.contains(":") ? "" : "; did you mean `sqlite:\(text)`?"
        fault(place, "the store is `\(text)`; sqlite:PATH or a postgres:// URL is wanted" + guess)
        return nil
    }
}
