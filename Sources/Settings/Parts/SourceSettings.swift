/// How a source is written: a URL, how often it is polled, how it is read.
import Complaints

extension Section {
    /// nil, with faults, when it has no usable name or URL; other faults leave the default in place.
    func source(subject: String, policy: String, among neighbours: inout Neighbours) -> Source? {
        demand("name", "a name that no other source has is wanted")
        demand("url", "the http or https address to poll is wanted")
        demand("every", "how often to poll, such as 15m, is wanted")
        let name = sourceName(among: &neighbours)
        let url = webAddress("url")
        let every = interval()
        let during = window(among: neighbours)
        let about: Source.About? = choice("about")
        let rule = reading(among: neighbours)
        let robots = robots()
        let isEnabled = (fact("enabled") ?? true) && !neighbours.isOff
        let fetch = sourceFetch(isEnabled: isEnabled, among: &neighbours)
        let ownPolicy = policyName(among: neighbours)
        let language = language("language")
        let zone = zone("zone")
        let paging = paging(zone: zone, now: neighbours.now)
        let follow = follow()
        let vanishedAfter = count("vanished-after", in: 1...1000)
        let blindAfter = blindAfter(every: every)
        guard let name, let url else { return nil }
        if isEnabled {
            if fetch.lacksSecret { neighbours.lackingSecrets.insert(SourceID(name)) }
            warnOfClearText(url, fetch.options)
        }
        return Source(
            id: SourceID(name), subject: subject, url: url, every: every ?? PollInterval(.seconds(900)),
            about: about ?? .subject, rule: rule, pages: paging, policy: ownPolicy ?? policy,
            isEnabled: isEnabled, language: language, zone: zone, vanishedAfter: vanishedAfter ?? 3,
            during: during, follow: follow, readsFeed: readsFeed, fetch: fetch.options,
            robots: robots, blindAfter: blindAfter)
    }

    private func sourceName(among neighbours: inout Neighbours) -> String? {
        guard let name = plainName("name") else { return nil }
        if let first = neighbours.sources[name] {
            fault(
                "name",
                "the source `\(name)` is given twice, first in \(first.file) on line \(first.line); rename "
                    + "one"
            )
        } else {
            neighbours.sources[name] = (document.file, place(of: "name").line)
        }
        return name
    }

    /// A name that commands, events and URLs can carry: no spaces, slashes or control characters.
    func plainName(_ key: String) -> String? {
        guard let name = scalar(key, wanted: "a name") else { return nil }
        if let bad = name.first(where: { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }) {
            let what = bad == " " ? "a space" : "`\(bad)`"
            fault(key, "`\(name)` holds \(what); a name has letters, digits, `-`, `_` and `.`")
            return nil
        }
        guard name.utf8.count <= 200 else {
            fault(key, "`\(key)` has \(name.utf8.count) bytes; a name has at most 200")
            return nil
        }
        return name
    }

    /// An absolute http or https URL, as written.
    func webAddress(_ key: String) -> String? {
        guard let text = scalar(key, wanted: "an http or https URL") else { return nil }
        guard let url = WebURL(text), ["http", "https"].contains(url.scheme) else {
            let guess = text.contains("://") || !text.contains(".") ? "" : "; did you mean `https://\(text)`?"
            fault(key, "`\(key)` is `\(text)`; an http or https URL is wanted" + guess)
            return nil
        }
        if !url.username.isEmpty || !url.password.isEmpty {
            let place = place(of: key)
            document.warn(place, "`\(key)` holds a user name or password; all who see the URL see it")
        }
        return text
    }

    private var readsFeed: Bool {
        if case .scalar(let text, _) = node("read")?.value { text.trimmed == "feed" } else { false }
    }

    /// nil for `auto` and `feed`, and with a fault for what is none of them.
    private func reading(among neighbours: Neighbours) -> Rule? {
        guard let node = node("read") else { return nil }
        if case .map = node.value { return Section(node, .rule, in: document)?.rule() }
        let wanted = "auto, feed, the name of a site, or a rule"
        guard let name = scalar("read", wanted: wanted), name != "auto", name != "feed" else { return nil }
        guard let sites = neighbours.sites else { return nil }
        if let site = sites[name] { return site }
        let known = ["auto", "feed"] + sites.keys.sorted()
        fault(
            "read",
            "there is no site `\(name)` in sites/; \(wanted) is wanted"
                + didYouMean(name, among: known))
        return nil
    }

    /// The configuration's `fetch`, then this source's own.
    private func sourceFetch(
        isEnabled: Bool, among neighbours: inout Neighbours
    ) -> (options: FetchOptions, lacksSecret: Bool) {
        guard let node = node("fetch"), !node.isNull else {
            return (neighbours.fetch, neighbours.fetchLacksSecret)
        }
        // Thousands of sources share one map by an anchor: it is read once.
        let key = Neighbours.FetchPlace(file: document.file, place: node.place, isEnabled: isEnabled)
        if let known = neighbours.fetches[key] { return known }
        guard let map = Section(node, .sourceFetch, in: document) else { return (neighbours.fetch, false) }
        let before = document.findings.unreadSecrets
        let options = map.fetchOptions(
            over: neighbours.fetch, secrets: isEnabled ? neighbours.secrets : neighbours.secrets.unread)
        let lacks = neighbours.fetchLacksSecret || document.findings.unreadSecrets > before
        neighbours.fetches[key] = (options, lacks)
        return (options, lacks)
    }

    private func warnOfClearText(_ url: String, _ fetch: FetchOptions) {
        let hasHeader = fetch.headers.contains { $0.name.lowercased() == "authorization" }
        guard fetch.authorization != nil || hasHeader, let parsed = WebURL(url), parsed.scheme == "http",
            !isLoopback(parsed.host)
        else { return }
        warn("url", "`url` is http: its credentials go out for all on the way to read; https is wanted")
    }
}
