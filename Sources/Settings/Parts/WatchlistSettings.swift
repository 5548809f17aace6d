/// How a watchlist is written: a subject, its terms, its sources.
import Complaints
import Foundation

/// What a watchlist refers to and is checked against.
struct Neighbours {
    /// nil takes any name.
    var policies: Set<String>?
    /// Rules by the name of their site, nil for one whose file is faulty; no table takes any name.
    var sites: [String: Rule?]?
    /// By name, nil for one whose file is faulty; no table takes any name.
    var calendars: [String: WorkingCalendar?]?
    /// What a source's `fetch` starts from.
    var fetch = FetchOptions()
    var fetchLacksSecret = false
    /// What a watchlist's `incidents` starts from.
    var incidents = IncidentSettings.usual
    var secrets: SecretPlaces
    /// From when `backfill: 90d` counts back.
    var now: Instant
    /// The watchlist that is read is switched off.
    var isOff = false
    /// Where each source name was first given, over all watchlists.
    var sources: [String: (file: String, line: Int)] = [:]
    /// What was read of `fetch` maps, by their place.
    var fetches: [FetchPlace: (options: FetchOptions, lacksSecret: Bool)] = [:]
    var lackingSecrets: Set<SourceID> = []

    struct FetchPlace: Hashable {
        let file: String
        let place: Place
        let isEnabled: Bool
    }
}

extension Section {
    /// nil, with faults, when there is no subject. One that is only tried needs no sources.
    func watchlist(among neighbours: inout Neighbours, isTrial: Bool = false) -> Watchlist? {
        demand("subject", "the company, brand or product that is watched for is wanted")
        let subject = scalar("subject", wanted: "a name")
        neighbours.isOff = fact("enabled") == false
        let terms = terms(subject: subject)
        let require = texts("require", of: "words")?.map(\.text) ?? []
        let exclude = texts("exclude", of: "phrases")?.map(\.text) ?? []
        let policy = policyName(among: neighbours) ?? "default"
        let threshold = threshold()
        let incidents = incidents(from: neighbours.incidents)
        if !isTrial { demand("sources", "a list of the places to poll is wanted") }
        var sources: [Source] = []
        for node in list("sources", of: "sources") ?? [] {
            guard let section = Section(node, .source, in: document) else { continue }
            if let source = section.source(subject: subject ?? "", policy: policy, among: &neighbours) {
                sources.append(source)
            }
        }
        if has("sources"), case .list(let nodes) = node("sources")?.value ?? .null, nodes.isEmpty {
            document.warn(place(of: "sources"), "`sources` is empty; nothing is polled")
        }
        guard let subject else { return nil }
        return Watchlist(
            subject: subject, terms: terms, require: require, exclude: exclude, threshold: threshold,
            sources: sources, incidents: incidents)
    }

    /// Without `terms` the subject is the one term.
    private func terms(subject: String?) -> [Term] {
        guard has("terms") else { return subject.map { [Term($0)] } ?? [] }
        if let node = node("terms"), case .scalar = node.value {
            return scalar("terms", wanted: "a list of words").map { [Term($0)] } ?? []
        }
        guard let nodes = list("terms", of: "words or maps with `term`") else { return [] }
        if nodes.isEmpty {
            fault("terms", "`terms` is empty; at least one word by which people name the subject is wanted")
        }
        var places: [String: Place] = [:]
        return nodes.compactMap { node in
            guard let term = term(node) else { return nil }
            if let first = places[term.text] {
                document.fault(
                    node.place,
                    "the term `\(term.text)` is given twice, first on line \(first.line); keep one")
            }
            places[term.text] = places[term.text] ?? node.place
            return term
        }
    }

    private func term(_ node: Node) -> Term? {
        guard case .map = node.value else {
            return scalar(of: node, called: "a term", at: node.place, wanted: "a word or phrase").map {
                Term($0)
            }
        }
        guard let map = Section(node, .term, in: document) else { return nil }
        map.demand("term", "a word or phrase is wanted")
        let inflect = map.language("inflect")
        let transliterate = map.fact("transliterate") ?? false
        let typos = map.count("typos", in: 0...1) ?? 0
        return map.scalar("term", wanted: "a word or phrase").map {
            Term($0, inflect: inflect, transliterate: transliterate, typos: typos)
        }
    }

    func policyName(among neighbours: Neighbours) -> String? {
        guard let name = scalar("policy", wanted: "the name of a policy") else { return nil }
        guard neighbours.policies?.contains(name) ?? true else {
            let known = neighbours.policies?.sorted() ?? []
            fault(
                "policy",
                "there is no policy `\(name)`; known are \(quoted(known))" + didYouMean(name, among: known))
            return nil
        }
        return name
    }

    /// A BCP 47 tag such as `pl` or `pt-BR`.
    func language(_ key: String) -> String? {
        guard let tag = scalar(key, wanted: "a language such as `pl`") else { return nil }
        let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy {
            (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        guard isTag, let first = parts.first, (2...3).contains(first.utf8.count),
            first.allSatisfy(\.isLetter),
            Locale.LanguageCode(first.lowercased()).isISOLanguage
        else {
            fault(key, "`\(key)` is `\(tag)`; a language tag such as `pl` or `en` is wanted")
            return nil
        }
        return tag
    }
}
