/// How much a complaint presses, from what it tells.
extension Facts {
    /// High for danger, the law, money out of reach, a day named; for several lesser signs together. Low for
    /// what is hardly a complaint. `score` is the score's value, 0 to 1.
    public func urgency(score: Double) -> Score.Urgency {
        if score >= Scorer.threshold, pressure >= 3 { return .high }
        return score < 0.3 ? .low : .normal
    }

    /// Points of all signs that press.
    var pressure: Int { cues.reduce(0) { $0 + $1.what.pressure } }

    /// The main topic, the main cause and what presses, as people read them.
    func routingReasons(_ spelled: (Range<Int>) -> String) -> [String] {
        var reasons: [String] = []
        if let topic = topics.first { reasons.append("about \(topic.what): \"\(spelled(topic.range))\"") }
        if let cause = causes.first { reasons.append("\(cause.what.rawValue): \"\(spelled(cause.range))\"") }
        for cue in cues where cue.what.weight == 0 { reasons.append(cue.what.reason(spelled(cue.range))) }
        return reasons
    }
}

extension Cue {
    /// What it adds to the urgency: three are high.
    var pressure: Int {
        switch self {
        case .legal, .safety: 3
        case .urgent, .deadline, .money, .vulnerable, .media: 2
        case .many, .repeated, .longSince, .brokenPromise: 1
        case .refund, .swearing, .question: 0
        }
    }
}
