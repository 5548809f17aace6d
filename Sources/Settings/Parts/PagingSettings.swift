/// How a source says which pages belong to it: `pages` for the list's own, `follow` for those behind its links.
import Complaints

extension Section {
    func paging(zone: String?, now: Instant) -> Source.Paging {
        guard let node = node("pages"), let map = Section(node, .pages, in: document) else {
            return Source.Paging()
        }
        let next = map.selector("next")
        let template = map.template()
        if map.has("next"), map.has("url") {
            map.fault("url", "`url` and `next` both lead to the next page; keep one")
        }
        let backfill = map.backfill(zone: zone, now: now)
        let atMost = map.count("at-most", in: 1...1000)
        let hasMore = next != nil || template != nil || backfill != nil
        return Source.Paging(
            next: next, template: template, atMost: atMost ?? (hasMore ? 5 : 1), backfill: backfill)
    }

    /// nil, with faults, when the address has no place for a number, or `step` or `cursor` is missing.
    private func template() -> PageTemplate? {
        guard has("url") else {
            let idle = ["from", "step", "cursor"].filter { has($0) }
            if let first = idle.first {
                fault(
                    first,
                    "\(quoted(idle)) \(idle.count == 1 ? "needs" : "need") `url`, the address of further pages "
                        + "with {page}, {offset} or {cursor}")
            }
            return nil
        }
        let from = count("from", in: 0...1_000_000_000)
        let step = count("step", in: 1...1_000_000)
        let cursor = selector("cursor")
        guard let (text, slot) = slottedAddress() else { return nil }
        switch slot {
        case "{cursor}":
            for key in ["from", "step"] where has(key) {
                fault(key, "`\(key)` counts pages, but {cursor} does not count; leave it out")
            }
            demandCursor()
            return cursor.map { PageTemplate(text, cursor: $0) }
        case "{offset}":
            refuseCursor(slot)
            guard let size = step ?? from, size > 0 else {
                if !has("step"), !has("from") {
                    fault("url", "{offset} needs `step`, the number of records on a page, such as 20")
                } else if !has("step") {
                    fault("from", "`from` is 0, the first page; give `step`, the number of records on a page")
                }
                return nil
            }
            return PageTemplate(text, second: from ?? size, step: size)
        default:
            refuseCursor(slot)
            return PageTemplate(text, second: from ?? 2, step: step ?? 1)
        }
    }

    private func demandCursor() {
        if !has("cursor") {
            fault(
                "url",
                "{cursor} needs `cursor`, where the page tells it: a selector or a path such as `$.meta.next`"
            )
        }
    }

    private func refuseCursor(_ slot: String) {
        if has("cursor") {
            fault("cursor", "`cursor` is told by the page, but `url` has \(slot), no {cursor}")
        }
    }

    /// An address with exactly one of `{page}`, `{offset}` and `{cursor}`, and which.
    private func slottedAddress() -> (text: String, slot: String)? {
        let slots = ["{page}", "{offset}", "{cursor}"]
        guard let text = scalar("url", wanted: "an address with {page}, {offset} or {cursor}") else {
            return nil
        }
        let found = slots.flatMap { slot in text.ranges(of: slot).map { _ in slot } }
        guard found.count == 1, let slot = found.first else {
            guard found.isEmpty else {
                fault("url", "`url` has \(found.joined(separator: " and ")); exactly one of them is wanted")
                return nil
            }
            let stated = text.split(separator: "{").dropFirst().first.map { $0.prefix { $0 != "}" } }
            let guess = stated.map { didYouMeanSlot(String($0)) } ?? ""
            fault("url", "`url` is `\(text)`, without {page}, {offset} or {cursor}" + guess)
            return nil
        }
        let tried = text.replacing(slot, with: "1")
        guard WebURL(tried) != nil, !tried.contains("{"), !tried.contains("}") else {
            let what =
                tried.contains("{") || tried.contains("}") ? "other braces" : "no http or https address"
            fault(
                "url",
                "`url` is `\(text)`, \(what); one such as https://reviews.example/acme?page={page} is wanted")
            return nil
        }
        return (text, slot)
    }

    private func didYouMeanSlot(_ word: String) -> String {
        let aliases = [
            "n": "page", "number": "page", "p": "page", "pagenumber": "page", "start": "offset",
            "skip": "offset", "from": "offset", "after": "cursor", "token": "cursor", "next": "cursor",
        ]
        let meant = aliases[word.lowercased()] ?? nearest(word, among: ["page", "offset", "cursor"])
        return meant.map { "; did you mean `{\($0)}`?" } ?? ""
    }

    private func backfill(zone: String?, now: Instant) -> Source.Backfill? {
        let wanted = "a date such as 2025-01-01, a time back from now such as 90d, or all"
        guard let text = scalar("backfill", wanted: wanted) else { return nil }
        if text == "all" { return .all }
        if let back = Duration(setting: text) {
            guard back > .zero else {
                fault("backfill", "`backfill` is \(text); more than nothing is wanted, such as 90d")
                return nil
            }
            // To the start of that day, so that a reload on the same day says the same.
            let day = (now - back).milliseconds / 86_400_000
            return .to(Instant(milliseconds: day * 86_400_000))
        }
        let local = zone.flatMap { Zone($0) }
        let stated = CivilDate(text).map { date in
            local?.instant(of: date) ?? Instant(seconds: Int64(date.daysSince1970) * 86_400)
        }
        guard let instant = stated ?? Instant(rfc3339: text) else {
            fault("backfill", "`backfill` is `\(text)`; \(wanted) is wanted")
            return nil
        }
        guard instant <= now else {
            fault("backfill", "`backfill` is \(text), which lies ahead; \(wanted) is wanted")
            return nil
        }
        return .to(instant)
    }

    func follow() -> Follow? {
        guard let node = node("follow") else { return nil }
        guard case .map = node.value else { return links("follow").map { Follow($0) } }
        guard let map = Section(node, .follow, in: document) else { return nil }
        let atMost = map.count("at-most", in: 1...1000)
        let given = ["links", "match"].filter { map.has($0) }
        guard given.count == 1 else {
            let found = given.isEmpty ? "says nothing of links" : "has `links` and `match`"
            fault("follow", "`follow` \(found); one of `links` and `match` is wanted")
            return nil
        }
        let links = map.has("links") ? map.links("links") : map.pattern()
        return links.map { Follow($0, atMost: atMost ?? 20) }
    }

    /// `all` or a selector of links.
    private func links(_ key: String) -> Follow.Links? {
        let wanted = "a selector of links such as `a.review@href`, or all"
        guard let text = scalar(key, wanted: wanted) else { return nil }
        if text == "all" { return .all }
        if text.hasPrefix("/"), !text.hasPrefix("//"), text.hasSuffix("*") {
            warn(
                key,
                "`\(key)` is `\(text)`, an XPath; for a pattern of addresses write { match: \"\(text)\" }")
        }
        return selector(key).map { .selector($0) }
    }

    private func pattern() -> Follow.Links? {
        guard let text = scalar("match", wanted: "a pattern of addresses such as /reviews/*") else {
            return nil
        }
        let starts = ["/", "*", "http://", "https://"]
        guard starts.contains(where: { text.hasPrefix($0) }), !text.contains(where: \.isWhitespace) else {
            let guess = text.contains(where: \.isWhitespace) ? "" : "; did you mean `/\(text)`?"
            fault(
                "match",
                "`match` is `\(text)`; a path or an address with `*` for anything, such as /reviews/*, is "
                    + "wanted" + guess)
            return nil
        }
        return .pattern(text)
    }
}
