/// How endpoints and routes are written: where alerts go, and which of them.
import Complaints

extension Section {
    /// nil, with faults, without a usable name or URL.
    func endpoint(places: SecretPlaces) -> Endpoint? {
        demand("name", "a name is wanted, by which routes send to it")
        let name = plainName("name")
        let isEnabled = fact("enabled") ?? true
        let isInsecure = fact("insecure") ?? false
        let timeout = duration("timeout", such: "20s", atLeast: .milliseconds(1))
        let retry = retry()
        let owner = "endpoint `\(name ?? "?")`"
        let known: AlertForm.Name? = has("format") ? choice("format") : .cloudEvents
        // What is switched off needs no secret yet.
        let places = isEnabled ? places : places.unread
        let reader = reader()
        var access = FetchOptions()
        grant(&access, secrets: places)
        var url: String?
        var form: AlertForm?
        if let known {
            url = endpointAddress(of: known, owner: owner, isInsecure: isInsecure, places: places)
            form = alertForm(named: known, of: owner, places: places)
        }
        var secret: Secret?
        if isEnabled { secret = signingSecret("secret", for: owner, places: places) }
        if !has("secret"), name != nil, known == .cloudEvents {
            document.warn(place, "\(owner) has no `secret`; its alerts go out unsigned")
        }
        guard let name, let url, let form else { return nil }
        return Endpoint(
            name: name, url: url, secret: secret, retry: retry ?? Endpoint.defaultRetry,
            timeout: timeout ?? .seconds(20), isEnabled: isEnabled, form: form, reader: reader, access: access,
            isInsecure: isInsecure)
    }

    private func retry() -> [Duration]? {
        texts("retry", of: "durations such as [5s, 5m, 30m]")?.compactMap { text, place in
            duration(text, called: "an entry of `retry`", at: place, such: "5m")
        }
    }

    /// `endpoints` are the names that are given, faulty ones too.
    func route(endpoints: Set<String>) -> Route? {
        demand("types", "a list of event types such as [\"ombud.case.*\"] is wanted")
        demand("to", "a list of endpoints is wanted")
        let known = EventType.allCases.map(\.rawValue)
        let types = (texts("types", of: "event types") ?? []).compactMap { pattern, place -> String? in
            let route = Route(types: [pattern], to: [])
            if known.contains(where: { route.takes(type: $0) }) { return pattern }
            document.fault(
                place,
                "`\(pattern)` takes no event; a type such as ombud.case.opened, or its beginning and `*`, "
                    + "is wanted"
                    + didYouMean(pattern, among: known + patterns(of: known)))
            return nil
        }
        let to = (texts("to", of: "endpoints") ?? []).compactMap { name, place -> String? in
            if endpoints.contains(name) { return name }
            let names = endpoints.sorted()
            document.fault(
                place,
                "there is no endpoint `\(name)`; "
                    + (names.isEmpty ? "name one under `endpoints`" : "known are \(quoted(names))")
                    + didYouMean(name, among: names))
            return nil
        }
        for (key, items) in [("types", "types"), ("to", "endpoints")] {
            if let node = node(key), case .list(let nodes) = node.value, nodes.isEmpty {
                fault(key, "`\(key)` is empty; the route takes nothing or leads nowhere without \(items)")
            }
        }
        return types.isEmpty || to.isEmpty ? nil : Route(types: types, to: to)
    }

    /// `ombud.*`, `ombud.case.*`, ...
    private func patterns(of types: [String]) -> [String] {
        var patterns: [String] = []
        for type in types {
            let words = type.split(separator: ".")
            for count in 1..<words.count {
                let pattern = words.prefix(count).joined(separator: ".") + ".*"
                if !patterns.contains(pattern) { patterns.append(pattern) }
            }
        }
        return patterns
    }
}
