/// How routes are written: which events go to which endpoints.
import Complaints

extension Section {
    /// What is wrong with the list as a whole is said here; what is wrong with a route, by `route`.
    ///
    /// - Parameters:
    ///   - endpoints: the names that are given, faulty ones too; without routes, everything goes to all.
    ///   - policies: those that are there.
    func routes(endpoints: Set<String>, policies: Set<String>) -> [Route] {
        guard let nodes = list("routes", of: "routes"), !nodes.isEmpty else {
            return endpoints.isEmpty || (has("routes") && node("routes")?.isNull == false)
                ? [] : [Route(types: ["ombud.*"], to: endpoints.sorted())]
        }
        let routes = nodes.compactMap { node in
            Section(node, .route, in: document)?.route(endpoints: endpoints, policies: policies)
        }
        guard routes.count == nodes.count else { return routes }
        for (route, before) in RouteAudit.unreachable(routes) {
            let names = before.map { "route \($0 + 1)" }.joined(separator: " and ")
            document.warn(
                nodes[route].place,
                "route \(route + 1) is never reached: \(names) before it \(before.count == 1 ? "takes" : "take") "
                    + "all that it could; move it up, or add `continue: true` there")
        }
        let untaken = RouteAudit.untaken(routes)
        if !untaken.isEmpty {
            warn(
                "routes",
                "no route takes \(grouped(untaken).joined(separator: ", ")): such events go nowhere, which is "
                    + "fine if it is meant")
        }
        return routes
    }

    /// `ombud.source.*` where none of that kind is taken.
    private func grouped(_ types: [EventType]) -> [String] {
        var names: [String] = []
        for type in types {
            let kind = type.rawValue.split(separator: ".").prefix(2).joined(separator: ".") + ".*"
            let kin = EventType.allCases.filter { $0.isRouted && Glob(kind).takes($0.rawValue) }
            let name = kin.count > 1 && kin.allSatisfy(types.contains) ? kind : type.rawValue
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    private func route(endpoints: Set<String>, policies: Set<String>) -> Route? {
        demand("to", "a list of endpoints is wanted")
        let before = document.findings.faults.count
        var route = Route(to: recipients(among: endpoints))
        if has("types") { route.types = eventTypes() }
        route.subjects = globs("subject", of: "subjects of watchlists")
        route.sources = globs("source", of: "names of sources")
        route.policies = globs("policy", of: "names of policies", among: policies.sorted())
        route.topics = globs("topic", of: "topics", among: Topic.allCases.map(\.rawValue))
        route.owners = globs("owner", of: "owners")?.map { $0.text == "nobody" ? .nobody : .named($0) }
        route.languages = languages()
        route.urgencies = urgencies()
        route.reach = reach()
        route.isLegal = fact("legal")
        route.continues = fact("continue") ?? false
        for (key, items) in [("types", "types"), ("to", "endpoints")] {
            if let node = node(key), case .list(let nodes) = node.value, nodes.isEmpty {
                fault(key, "`\(key)` is empty; the route takes nothing or leads nowhere without \(items)")
            }
        }
        return document.findings.faults.count > before || !has("to") ? nil : route
    }

    private func recipients(among endpoints: Set<String>) -> [String] {
        (texts("to", of: "endpoints") ?? []).compactMap { name, place -> String? in
            if endpoints.contains(name) { return name }
            let names = endpoints.sorted()
            document.fault(
                place,
                "there is no endpoint `\(name)`; "
                    + (names.isEmpty ? "name one under `endpoints`" : "known are \(quoted(names))")
                    + didYouMean(name, among: names))
            return nil
        }
    }

    private func eventTypes() -> [Glob] {
        let known = EventType.allCases.map(\.rawValue)
        return (texts("types", of: "event types") ?? []).compactMap { pattern, place -> Glob? in
            let glob = Glob(pattern)
            if known.contains(where: glob.takes) { return glob }
            document.fault(
                place,
                "`\(pattern)` takes no event; a type such as ombud.case.opened, or its beginning and `*`, "
                    + "is wanted"
                    + didYouMean(pattern, among: known + patterns(of: known)))
            return nil
        }
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

    /// One name or several, with `*`. Where it is known which there are, one that takes none is a fault.
    private func globs(_ key: String, of items: String, among known: [String]? = nil) -> [Glob]? {
        guard let stated = texts(key, of: items) else { return nil }
        if stated.isEmpty { fault(key, "`\(key)` is empty; \(items) are wanted, or no `\(key)`") }
        return stated.compactMap { text, place -> Glob? in
            let glob = Glob(text)
            guard let known, !known.contains(where: glob.takes) else { return glob }
            document.fault(
                place,
                "`\(text)` is none of the \(items); known are \(quoted(known))"
                    + didYouMean(text, among: known))
            return nil
        }
    }

    private func languages() -> [String]? {
        texts("language", of: "languages such as pl")?.compactMap { text, place -> String? in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let isTag =
                (2...3).contains(parts.first?.utf8.count ?? 0)
                && parts.allSatisfy {
                    (1...8).contains($0.utf8.count)
                        && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
                }
            if isTag { return text }
            document.fault(place, "`\(text)` is no language tag; one such as pl or pt-BR is wanted")
            return nil
        }
    }

    /// One, several, or `{ from: normal, to: high }`.
    private func urgencies() -> Set<Score.Urgency>? {
        guard let node = node("urgency") else { return nil }
        if case .map = node.value {
            guard let map = Section(node, .bounds, in: document) else { return nil }
            let all = Score.Urgency.allCases
            let (from, to): (Score.Urgency?, Score.Urgency?) = (map.choice("from"), map.choice("to"))
            let low = from ?? all.first ?? .low
            let high = to ?? all.last ?? .high
            guard low <= high else {
                map.fault("from", "`from` is above `to`; nothing is both")
                return nil
            }
            return Set(all.filter { (low...high).contains($0) })
        }
        let names = Score.Urgency.allCases.map(\.rawValue)
        let found = (texts("urgency", of: "urgencies") ?? []).compactMap { text, place -> Score.Urgency? in
            if let urgency = Score.Urgency(rawValue: text) { return urgency }
            document.fault(
                place,
                "`\(text)` is no urgency; \(alternatives(names)) is wanted" + didYouMean(text, among: names))
            return nil
        }
        return Set(found)
    }

    /// `10`, which is 10 or more, or `{ from: 2, to: 9 }`.
    private func reach() -> ClosedRange<Int>? {
        guard let node = node("reach") else { return nil }
        let every = 1...1_000_000_000
        guard case .map = node.value else { return count("reach", in: every).map { $0...Int.max } }
        guard let map = Section(node, .bounds, in: document) else { return nil }
        let (from, to) = (map.count("from", in: every) ?? 1, map.count("to", in: every) ?? Int.max)
        guard from <= to else {
            map.fault("from", "`from` is above `to`; nothing is both")
            return nil
        }
        return from...to
    }
}

extension Configuration {
    /// Routes that wait for a subject or a source that is not there, in words.
    func idleRouteNames() -> [String] {
        let subjects = Set(watchlists.map(\.subject))
        let sources = Set(allSources.map(\.id.name))
        return routes.enumerated().flatMap { index, route in
            let strange =
                (route.subjects ?? []).filter { glob in !subjects.contains(where: glob.takes) }
                .map { "no watchlist has the subject `\($0.text)`" }
                + (route.sources ?? []).filter { glob in !sources.contains(where: glob.takes) }
                .map { "there is no source `\($0.text)`" }
            return strange.map { "\($0) that route \(index + 1) waits for" }
        }
    }
}
