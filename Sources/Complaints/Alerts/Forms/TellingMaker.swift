/// Gathers what is told of an event besides its headline.
struct TellingMaker {
    let event: ToldEvent
    let reader: Reader
    let phrases: Phrases
    private(set) var facts: [Telling.Fact] = []
    private(set) var quote: Telling.Quote?
    private(set) var lines: [String] = []
    private(set) var more = 0
    private(set) var link: Telling.Link?

    init(event: ToldEvent, reader: Reader, phrases: Phrases) {
        self.event = event
        self.reader = reader
        self.phrases = phrases
    }

    mutating func gather() {
        let data = event.data
        if let instant = data.promise?.due?.instant ?? data.clock?.due?.instant ?? due(data.case) {
            add(.due, reader.text(instant))
        }
        add(.promise, data.promise?.what)
        add(.told, data.rung?.what)
        let urgency = (data.case?.urgency ?? data.mention?.urgency).flatMap { Score.Urgency(rawValue: $0) }
        if let urgency, urgency != .normal { add(.urgency, phrases.urgencies[urgency]) }
        if data.case?.legal ?? data.mention?.legal ?? false { add(.legal, "✓") }
        if let found = data.case { add(.owner, found.owner ?? phrases[.nobody]) }
        add(.by, data.by)
        add(.reason, data.why ?? data.source?.reason)
        if let since = data.source?.since?.instant { add(.since, reader.text(since)) }
        tellMention(data.mention)
        tellIncident(data.incident)
        if let url = data.source?.url { setLink(url, .address) }
        for line in data.events ?? [] {
            let time = line.time?.instant.map { reader.text($0, withZone: false) + "  " } ?? ""
            lines.append(time + Telling.line(line, phrases, reader))
        }
        if let events = data.events {
            more = max(0, data.cut ?? max(0, (data.count ?? events.count) - events.count))
        }
        if data.late == true { lines.append(phrases[.late]) }
    }

    /// While it runs; afterwards the date says nothing to anybody.
    private func due(_ found: ToldCase?) -> Instant? { found?.due?.instant }

    private mutating func tellMention(_ mention: ToldMention?) {
        guard let mention else { return }
        add(.source, mention.source)
        if let value = mention.rating?.value {
            let best = mention.rating?.best.map { "/" + Self.shown($0) } ?? ""
            add(.rating, Self.shown(value) + best)
        }
        let words = [mention.title, mention.text].compactMap { $0?.onOneLine }.filter { !$0.isEmpty }
        if !words.isEmpty {
            let isSaidTwice = words.count == 2 && words[1].hasPrefix(words[0])
            quote = Telling.Quote(
                text: (isSaidTwice ? words[1] : words.joined(separator: " — ")).shortened(to: 500),
                author: mention.author?.onOneLine.shortened(to: 80))
        }
        if let url = mention.url { setLink(url, .open) }
    }

    private mutating func tellIncident(_ incident: ToldIncident?) {
        guard let incident else { return }
        add(.source, incident.source)
        for mention in incident.mentions ?? [] {
            let words = (mention.text ?? mention.title ?? "").onOneLine.shortened(to: 160)
            lines.append([mention.source, "“\(words)”"].compactMap { $0?.onOneLine }.joined(separator: ": "))
        }
        let shown = incident.mentions?.count ?? 0
        more += max(0, (incident.total ?? incident.count ?? shown) - shown)
    }

    private mutating func add(_ word: Phrases.Word, _ value: String?) {
        guard let value = value?.onOneLine, !value.isEmpty else { return }
        facts.append(Telling.Fact(label: phrases[word], value: value.shortened(to: 400)))
    }

    private mutating func setLink(_ text: String, _ label: Phrases.Word) {
        guard link == nil, let url = WebURL(text), url.username.isEmpty, url.password.isEmpty else { return }
        let href = url.href
        guard href.utf8.count <= 1500 else { return }
        link = Telling.Link(url: href, label: phrases[label])
    }

    /// `4`, `3.5`.
    private static func shown(_ number: Double) -> String {
        let text = number.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension Reader {
    /// `2026-11-23 14:00 (Europe/Warsaw)`: the same in every language. The first moment of a day is the end
    /// of the one before.
    func text(_ instant: Instant, withZone: Bool = true) -> String {
        var local = zone.local(instant)
        var clock = String(local.clockText.prefix(5))
        if withZone, instant == zone.instant(of: local.date) {
            local.date = local.date.adding(days: -1)
            clock = "24:00"
        }
        return "\(local.date) \(clock)" + (withZone ? " (\(zone.name))" : "")
    }
}
