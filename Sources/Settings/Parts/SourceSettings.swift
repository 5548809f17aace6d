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
        let every = duration("every", such: "15m", atLeast: .milliseconds(1))
        let about: Source.About? = choice("about")
        let rule = reading(among: neighbours)
        let paging = paging()
        let isEnabled = fact("enabled") ?? true
        let ownPolicy = policyName(among: neighbours)
        let language = language("language")
        let zone = zone("zone")
        let vanishedAfter = count("vanished-after", in: 1...1000)
        guard let name, let url else { return nil }
        return Source(
            id: SourceID(name), subject: subject, url: url, every: every ?? .seconds(900),
            about: about ?? .subject,
            rule: rule, pages: paging, policy: ownPolicy ?? policy, isEnabled: isEnabled, language: language,
            zone: zone, vanishedAfter: vanishedAfter ?? 3)
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

    /// nil for `auto`, and with a fault for what is none of the three.
    private func reading(among neighbours: Neighbours) -> Rule? {
        guard let node = node("read") else { return nil }
        if case .map = node.value { return Section(node, .rule, in: document)?.rule() }
        guard let name = scalar("read", wanted: "auto, the name of a site, or a rule"), name != "auto" else {
            return nil
        }
        guard let sites = neighbours.sites else { return nil }
        if let site = sites[name] { return site }
        let known = ["auto"] + sites.keys.sorted()
        fault(
            "read",
            "there is no site `\(name)` in sites/; auto, the name of a site, or a rule is wanted"
                + didYouMean(name, among: known))
        return nil
    }

    private func paging() -> Source.Paging {
        guard let node = node("pages"), let map = Section(node, .pages, in: document) else {
            return Source.Paging()
        }
        let next = map.selector("next")
        let atMost = map.count("at-most", in: 1...1000)
        return Source.Paging(next: next, atMost: atMost ?? (next == nil ? 1 : 5))
    }
}
