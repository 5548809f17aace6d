/// Which public words count for a clock: what staff said they answered holds until the page proves it, what
/// stands on a page counts at the page's own time, and what vanished from there counts no more.

/// What happened, in order, as a clock takes it.
struct ClockEvent {
    var at: Instant
    var what: What
    fileprivate var order: Int

    enum What {
        case entry(CaseHistory.What)
        /// A public word that counts; `holdsUntil` where it has yet to be seen on the page.
        case word(isSeen: Bool, holdsUntil: Instant?)
        /// One that does not count, and why.
        case lost(String, at: Instant)
    }
}

extension CaseHistory {
    /// Everything up to `now`; entries at the same instant keep the order in which they were written.
    func events(until now: Instant, seenWithin: Duration?) -> [ClockEvent] {
        var book = WordBook(opened: opened)
        var events: [ClockEvent] = []
        events.reserveCapacity(entries.count)
        let past = entries.filter { $0.at <= now }
        let isInOrder = zip(past, past.dropFirst()).allSatisfy { $0.at <= $1.at }
        let ordered =
            isInOrder
            ? past
            : past.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
                .map(\.element)
        for (order, entry) in ordered.enumerated() {
            switch entry.what {
            case .reply: book.say(at: entry.at, order)
            case .replySeen(let time, let mention): book.see(time, of: mention, at: entry.at, order)
            case .replyVanished(let mention): book.lose(mention, at: entry.at)
            default: events.append(ClockEvent(at: entry.at, what: .entry(entry.what), order: order))
            }
        }
        let words = book.events(at: now, seenWithin: seenWithin)
        guard !words.isEmpty else { return events }
        return (events + words).sorted { ($0.at, $0.order) < ($1.at, $1.order) }
    }
}

private struct WordBook {
    let opened: Instant
    /// Said by staff; `isProven` once a reply was seen on a page after it.
    var said: [(at: Instant, order: Int, isProven: Bool)] = []
    var seen: [(mention: MentionID?, at: Instant, order: Int)] = []
    var lost: [(at: Instant, order: Int, gone: Instant)] = []

    mutating func say(at: Instant, _ order: Int) { said.append((at, order, false)) }

    /// What is seen is what was said first and not proven yet, at the page's own time where it has one.
    mutating func see(_ time: Instant?, of mention: MentionID?, at: Instant, _ order: Int) {
        var counted = time.map { min($0, at) } ?? at
        if let first = said.firstIndex(where: { !$0.isProven }) {
            if time == nil { counted = said[first].at }
            said.remove(at: first)
        }
        for index in said.indices { said[index].isProven = true }
        seen.append((mention, max(counted, opened), order))
    }

    /// With the last reply on a page goes what staff said they had answered.
    mutating func lose(_ mention: MentionID?, at: Instant) {
        let gone = mention == nil ? seen.indices.last : seen.lastIndex { $0.mention == mention }
        if let gone {
            let word = seen.remove(at: gone)
            lost.append((word.at, word.order, at))
        }
        guard seen.isEmpty else { return }
        lost += said.map { ($0.at, $0.order, at) }
        said = []
    }

    func events(at now: Instant, seenWithin: Duration?) -> [ClockEvent] {
        var events = seen.map {
            ClockEvent(at: $0.at, what: .word(isSeen: true, holdsUntil: nil), order: $0.order)
        }
        for word in said {
            let limit = word.isProven ? nil : seenWithin.map { word.at + $0 }
            let what: ClockEvent.What =
                if let limit, limit < now { .lost("was not seen on the page by", at: limit) } else {
                    .word(isSeen: false, holdsUntil: limit)
                }
            events.append(ClockEvent(at: word.at, what: what, order: word.order))
        }
        events += lost.map {
            ClockEvent(at: $0.at, what: .lost("vanished from the page", at: $0.gone), order: $0.order)
        }
        return events
    }
}
