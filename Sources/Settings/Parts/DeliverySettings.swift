/// How alerts are delivered to an endpoint: its keys, waits, rate, what is asked before, which addresses are open.
import Complaints
import Foundation

extension Section {
    /// Reads what concerns delivery into an endpoint.
    func readDelivery(into endpoint: inout Endpoint) {
        endpoint.retry = retry() ?? endpoint.retry
        endpoint.timeout =
            duration("timeout", such: "20s", atLeast: .milliseconds(1)) ?? endpoint.timeout
        endpoint.giveUp = duration("give-up", such: "5d", atLeast: .milliseconds(1)) ?? endpoint.giveUp
        endpoint.isAskedFirst = fact("handshake") ?? false
        endpoint.rate = count("rate", in: 1...1_000_000)
        endpoint.allowsPrivate = fact("allow-private") ?? false
    }

    private func retry() -> [Duration]? {
        texts("retry", of: "durations such as [5s, 5m, 30m]")?.compactMap { text, place in
            duration(text, called: "an entry of `retry`", at: place, such: "5m")
        }
    }

    /// One key, or several while one replaces another: each signs.
    func signingKeys(for owner: String, places: SecretPlaces) -> [Endpoint.Key] {
        guard let node = node("secret") else { return [] }
        guard case .list(let nodes) = node.value else {
            return signingKey(node, at: place(of: "secret"), for: owner, places).map { [$0] } ?? []
        }
        if nodes.isEmpty {
            fault("secret", "`secret` is empty; \(owner) needs at least one key, or none at all")
        }
        let keys = nodes.compactMap { signingKey($0, at: $0.place, for: owner, places) }
        if !nodes.isEmpty, keys.count == nodes.count, keys.allSatisfy({ $0.until != nil }) {
            fault("secret", "every key of \(owner) has an `until`; one without it is wanted, the new one")
        }
        return keys
    }

    private func signingKey(
        _ node: Node, at place: Place, for owner: String, _ places: SecretPlaces
    ) -> Endpoint.Key? {
        let kind = SecretKind(name: "the secret of \(owner)", fault: signingFault)
        guard case .map = node.value else {
            return document.secret(of: node, at: place, kind, places: places).map { Endpoint.Key($0) }
        }
        guard let map = Section(node, .signingKey, in: document) else { return nil }
        let until = map.keyEnd()
        return map.storedSecret(kind, places: places).map { Endpoint.Key($0, until: until) }
    }

    /// A day counts to its end, in UTC.
    private func keyEnd() -> Instant? {
        let wanted = "a day such as 2026-12-31, or a time such as 2026-12-31T12:00:00Z"
        guard let text = scalar("until", wanted: wanted) else { return nil }
        if let day = CivilDate(text) {
            return Instant(seconds: Int64(day.daysSince1970 + 1) * 86_400)
        }
        if let instant = Instant(rfc3339: text) { return instant }
        fault("until", "`until` is `\(text)`; \(wanted), is wanted")
        return nil
    }
}

/// What is wrong with a Standard Webhooks key and how to make one, nil when nothing is.
private func signingFault(_ text: String) -> String? {
    do {
        _ = try SigningKey(text)
        return nil
    } catch {
        return "\(error); `ombud alert secret new` makes one"
    }
}
