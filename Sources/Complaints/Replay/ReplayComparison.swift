/// In what two readings of one record differ, in words for staff.

/// What was judged otherwise, then what reads otherwise; both of the same page.
public func replayMoves(from old: ReplayReading, to new: ReplayReading) -> [ReplayMove] {
    judgedOtherwise(old.score, new.score) + readOtherwise(old.content, new.content)
}

/// What a mention keeps of the page that it was first read from: later pages say nothing about it.
public func firstReadingMoves(from old: ReplayReading, to new: ReplayReading) -> [ReplayMove] {
    var moves: [ReplayMove] = []
    if old.author != new.author {
        moves.append(ReplayMove(.author, "author \(excerpt(new.author)), was \(excerpt(old.author))"))
    }
    if !isSameMoment(old.published, new.published) {
        moves.append(ReplayMove(.published, "written \(shown(new.published)), was \(shown(old.published))"))
    }
    return moves
}

/// Of a record that is read now, for a reason, and whether staff would have been shown it.
public func addedMoves(_ why: String, _ score: Score) -> [ReplayMove] {
    let read = ReplayMove(.read, why)
    return score.isFlagged
        ? [read, ReplayMove(.flagged, "flagged: score \(hundredths(score.value))")] : [read]
}

private func judgedOtherwise(_ old: Score, _ new: Score) -> [ReplayMove] {
    var moves: [ReplayMove] = []
    if old.isFlagged != new.isFlagged {
        let scores = "score \(hundredths(new.value)), was \(hundredths(old.value))"
        moves.append(ReplayMove(.flagged, (new.isFlagged ? "flagged: " : "no longer flagged: ") + scores))
    }
    if old.urgency != new.urgency {
        moves.append(
            ReplayMove(.urgency, "urgency \(new.urgency.rawValue), was \(old.urgency.rawValue)"))
    }
    if old.topic != new.topic {
        moves.append(ReplayMove(.topic, "topic \(new.topic ?? "none"), was \(old.topic ?? "none")"))
    }
    if old.cause != new.cause {
        moves.append(ReplayMove(.cause, "cause \(new.cause ?? "none"), was \(old.cause ?? "none")"))
    }
    if old.isLegal != new.isLegal {
        moves.append(ReplayMove(.legal, new.isLegal ? "appeals to the law" : "no longer appeals to the law"))
    }
    return moves
}

private func readOtherwise(_ old: Content, _ new: Content) -> [ReplayMove] {
    new.parts(changedFrom: old).map { part in
        switch part {
        case .title: ReplayMove(.title, "title \(excerpt(new.title)), was \(excerpt(old.title))")
        case .text: ReplayMove(.text, "the text reads \(excerpt(new.text)), was \(excerpt(old.text))")
        case .rating: ReplayMove(.rating, "rating \(shown(new.rating)), was \(shown(old.rating))")
        case .reply:
            ReplayMove(.reply, "reply \(excerpt(new.reply?.text)), was \(excerpt(old.reply?.text))")
        }
    }
}

/// "2 hours ago" counts from the moment of reading, which is not kept to the millisecond.
private func isSameMoment(_ a: StatedTime?, _ b: StatedTime?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return (a.instant > b.instant ? a.instant - b.instant : b.instant - a.instant) < .seconds(60)
}

private func shown(_ time: StatedTime?) -> String { time.map(\.instant.description) ?? "at no stated time" }

private func shown(_ rating: Rating?) -> String {
    guard let rating else { return "none" }
    return plain(rating.value) + (rating.best.map { " of \(plain($0))" } ?? "")
}

private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
}

private func hundredths(_ value: Double) -> String {
    let number = Int((value * 100).rounded())
    return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
}

/// The beginning of a text, on one line.
private func excerpt(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "none" }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "“\(line.count > 60 ? line.prefix(59) + "…" : line[...])”"
}
