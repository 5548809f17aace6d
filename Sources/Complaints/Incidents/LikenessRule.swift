/// Says what the complaints of a burst share, and which of them share it.
public struct LikenessRule: Sendable {
    /// A complaint with its words.
    public struct Told: Sendable {
        public var arrival: Arrival
        public var text: String

        public init(_ arrival: Arrival, text: String) {
            self.arrival = arrival
            self.text = text
        }
    }

    public struct Finding: Sendable {
        public var likeness: Likeness
        public var members: [Arrival]
    }

    /// Of the members that must share a word or topic.
    static let leastShare = 0.4
    /// How much more often a word stands in the burst than before.
    static let leastLift = 4.0
    static let mostWords = 6
    /// Texts of which so much of the sketch agrees were not written apart from each other.
    public static let oneWording = 0.5
    /// "Terrible service" is what anybody may write.
    static let fewestWords = 8
    /// Each is held against each.
    static let mostCompared = 80

    let settings: IncidentSettings

    public init(_ settings: IncidentSettings) { self.settings = settings }

    /// nil when they have nothing in common that others have not.
    /// - Parameters:
    ///   - before: texts of earlier complaints about the subject.
    ///   - topics: how many earlier complaints were about what.
    public func look(
        _ burst: BurstRule.Burst, told: [Told], before: [String], topics: [String: Int]
    ) -> Finding? {
        let voices = Set(told.map(\.arrival.voice)).count
        let needed = max(settings.atLeast, Int((Double(voices) * Self.leastShare).rounded(.up)))
        let topic = burst.topic ?? sharedTopic(told, needed: needed, topics: topics)
        let sketches = told.suffix(Self.mostCompared).filter { isOwnWording($0.text) }
            .map { ($0.arrival, shingleSketch($0.text)) }
        let copies = copies(sketches)
        let isOneWording = 2 * Set(copies.map(\.voice)).count >= voices && copies.count >= settings.atLeast
        let words = sharedWords(told, needed: needed, before: before)
        let likeness = Likeness(topic: topic, words: words, isOneWording: isOneWording)
        let reader = LikenessReader(likeness)
        let alike = Set(copies.map(\.mention))
        let members = told.filter { one in
            (isOneWording && alike.contains(one.arrival.mention))
                || reader.shares(topic: one.arrival.topic, text: one.text)
        }.map(\.arrival)
        guard Set(members.map(\.voice)).count >= needed else { return nil }
        return Finding(likeness: likeness, members: members)
    }

    private func sharedTopic(_ told: [Told], needed: Int, topics: [String: Int]) -> String? {
        let byTopic = Dictionary(grouping: told, by: \.arrival.topic)
            .compactMap { topic, group -> (String, Int)? in
                topic.flatMap { $0 == "other" ? nil : ($0, Set(group.map(\.arrival.voice)).count) }
            }
        guard let (topic, count) = byTopic.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) else { return nil }
        return count >= needed && 2 * count >= told.count ? topic : nil
    }

    private func isOwnWording(_ text: String) -> Bool { FoldedText(text).words.count >= Self.fewestWords }

    /// Those whose text is nearly that of somebody else.
    private func copies(_ sketches: [(Arrival, [UInt32])]) -> [Arrival] {
        sketches.indices.filter { one in
            sketches.indices.contains { other in
                one != other && sketches[one].0.voice != sketches[other].0.voice
                    && sketchSimilarity(sketches[one].1, sketches[other].1) >= Self.oneWording
            }
        }.map { sketches[$0].0 }
    }

    private func sharedWords(_ told: [Told], needed: Int, before: [String]) -> [String] {
        var voices: [UInt64: Set<Int64>] = [:]
        var written: [UInt64: [String: Int]] = [:]
        for one in told {
            for (stem, word) in LikenessReader.stems(of: one.text) {
                voices[stem, default: []].insert(one.arrival.voice)
                written[stem, default: [:]][word, default: 0] += 1
            }
        }
        let frequent = voices.filter { $0.value.count >= needed }
        guard !frequent.isEmpty else { return [] }
        var earlier: [UInt64: Int] = [:]
        for text in before {
            for stem in LikenessReader.stems(of: text).keys where frequent[stem] != nil {
                earlier[stem, default: 0] += 1
            }
        }
        let all = Double(Set(told.map(\.arrival.voice)).count)
        let found = frequent.compactMap { stem, voices -> (word: String, lift: Double, share: Double)? in
            let share = Double(voices.count) / all
            let usual = (Double(earlier[stem] ?? 0) + 1) / (Double(before.count) + 2)
            guard share >= Self.leastLift * usual else { return nil }
            // The most usual of its forms, else the shortest.
            let word = (written[stem] ?? [:]).max {
                ($0.value, $1.key.count, $1.key) < ($1.value, $0.key.count, $0.key)
            }?.key
            return word.map { ($0, share / usual, share) }
        }
        return found.sorted { ($1.lift, $0.word) < ($0.lift, $1.word) }.prefix(Self.mostWords).map(\.word)
    }
}

/// Whether another complaint has what those of an incident share.
public struct LikenessReader: Sendable {
    private let likeness: Likeness
    private let stems: Set<UInt64>

    public init(_ likeness: Likeness) {
        self.likeness = likeness
        stems = Set(likeness.words.flatMap { Self.stems(of: $0).keys })
    }

    /// One shared word will do where there are few; of many, two.
    public func shares(topic: String?, text: String) -> Bool {
        if let shared = likeness.topic, shared == topic { return true }
        guard !stems.isEmpty else { return false }
        return Self.stems(of: text).keys.count(where: stems.contains) >= (stems.count >= 4 ? 2 : 1)
    }

    /// The words of a text by their first five letters, which inflection seldom touches.
    static func stems(of text: String) -> [UInt64: String] {
        let folded = FoldedText(text)
        var found: [UInt64: String] = [:]
        for word in folded.words where word.count >= 3 && !word.isNumber {
            let stem = Fold64.of(folded.spelling(of: word).prefix(5))
            if found[stem] == nil { found[stem] = folded.text(of: word) }
        }
        return found
    }
}
