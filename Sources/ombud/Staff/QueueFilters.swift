import ArgumentParser
import Complaints
import Foundation
import Monitor
import Settings
import Storage

/// Which cases: the options of every command that lists, exports or changes many.
struct CaseWhere: ParsableArguments {
    @Option(
        help:
            "In one of these states: new, open, waiting, ...; or `active`, `over`. Commas or again for more.")
    var state: [String] = []
    @OptionGroup var common: CommonWhere
    @Option(help: "With one of these tags.") var tag: [String] = []
    @Option(help: "Under one of these policies.") var policy: [String] = []

    func validate() throws {
        try refuseEmpty([("--state", state), ("--tag", tag), ("--policy", policy)])
        _ = try Self.states(state)
        _ = try tags()
    }

    private func tags() throws -> [Tag] {
        try words(tag).map { word in
            do { return try Tag(word) } catch { throw ValidationError("--tag \(word): \(error)") }
        }
    }

    /// - Throws: a usage error for a word that names nothing there is.
    func filter(
        from all: CaseFilter = .everything, who: String, now: Instant, in store: any Store
    ) async throws -> CaseFilter {
        var filter = all
        let states = try Self.states(state)
        if !states.isEmpty { filter.states = all.states.isEmpty ? states : all.states.intersection(states) }
        filter.owners = common.owners(who)
        filter.topics = try common.topics()
        filter.causes = try common.causes()
        filter.languages = try common.languages()
        filter.priorities = try common.priorities()
        filter.due = try common.due(now: now)
        filter.opened = try common.span(now: now)
        let (sources, subjects, policies) = (words(common.source), words(common.subject), words(policy))
        filter.tags = Set(try tags())
        guard !(sources.isEmpty && subjects.isEmpty && policies.isEmpty && filter.tags.isEmpty) else {
            return filter
        }
        let names = try await store.read { try $0.queueNames() }
        filter.sources = Set(try known(sources, "--source", "source", names.sources).map { SourceID($0) })
        filter.subjects = Set(try known(subjects, "--subject", "subject", names.subjects))
        filter.policies = Set(try known(policies, "--policy", "policy", names.policies))
        _ = try known(filter.tags.map(\.name), "--tag", "tag", names.tags)
        return filter
    }

    private static func states(_ given: [String]) throws -> Set<CaseState> {
        let groups = [
            "active": CaseState.allCases.filter(\.isActive),
            "over": CaseState.allCases.filter { !$0.isActive },
        ]
        let names = CaseState.allCases.map(\.rawValue) + ["active", "over"]
        return Set(
            try known(words(given).map { $0.lowercased() }, "--state", "state", names).flatMap { word in
                groups[word] ?? CaseState(rawValue: word).map { [$0] } ?? []
            })
    }
}

/// Which mentions.
struct MentionWhere: ParsableArguments {
    @OptionGroup var common: CommonWhere
    @Option(help: "Of one of these urgencies: low, normal, high.") var urgency: [String] = []
    @Option(help: "What staff decided: none, confirmed, dismissed.") var decision: String?

    func validate() throws {
        try refuseEmpty([("--urgency", urgency)])
        _ = (try urgencies(), try review())
    }

    /// - Throws: a usage error for a word that names nothing there is.
    func filter(
        from all: MentionFilter, who: String, now: Instant, in store: any Store
    ) async throws -> MentionFilter {
        var filter = all
        filter.owners = common.owners(who)
        filter.topics = try common.topics()
        filter.causes = try common.causes()
        filter.languages = try common.languages()
        filter.priorities = try common.priorities()
        filter.due = try common.due(now: now)
        filter.seen = try common.span(now: now)
        filter.urgencies = try urgencies()
        if let review = try review() { filter.review = review }
        let (sources, subjects) = (words(common.source), words(common.subject))
        guard !(sources.isEmpty && subjects.isEmpty) else { return filter }
        let names = try await store.read { try $0.queueNames() }
        filter.sources = Set(try known(sources, "--source", "source", names.sources).map { SourceID($0) })
        filter.subjects = Set(try known(subjects, "--subject", "subject", names.subjects))
        return filter
    }

    private func urgencies() throws -> Set<Score.Urgency> { try values(urgency, "--urgency", "urgency") }

    private func review() throws -> MentionFilter.Review? {
        let wanted: Set<MentionFilter.Review> = try values(
            [decision].compactMap { $0 }, "--decision", "decision")
        return wanted.first
    }
}

/// What both are asked for.
struct CommonWhere: ParsableArguments {
    @Option(help: "Whose: a name, `me`, `nobody`. Commas or again for more, as with the others.")
    var owner: [String] = []
    @Option(help: "Due when: overdue, today, tomorrow, this-week, next-week, or by a time (+4h, 2026-03-01).")
    var due: [String] = []
    @Option(help: "Only from these sources.") var source: [String] = []
    @Option(help: "Only about these subjects.") var subject: [String] = []
    @Option(help: "About what: product, delivery, service, staff, price, refund, ...") var topic: [String] =
        []
    @Option(help: "What went wrong: 'left alone', late, mistake, ...") var cause: [String] = []
    @Option(help: "In one of these languages: pl, en, ...") var language: [String] = []
    @Option(help: "How pressing: overdue, urgent, high, normal, low.") var priority: [String] = []
    @Option(help: "Only what came since: today, 7d, 2026-03-01.") var since: String?
    @Option(help: "Only what came before.") var until: String?

    func validate() throws {
        let now = SystemTime().now()
        _ = (
            try topics(), try causes(), try languages(), try priorities(), try due(now: now),
            try span(now: now)
        )
        try refuseEmpty([
            ("--owner", owner), ("--due", due), ("--source", source), ("--subject", subject),
            ("--topic", topic), ("--cause", cause), ("--language", language), ("--priority", priority),
        ])
    }

    func owners(_ who: String) -> Set<CaseFilter.Owner> {
        Set(words(owner).map { $0 == "nobody" ? .nobody : .named($0 == "me" ? who : $0) })
    }

    func topics() throws -> Set<String> {
        Set(
            try known(
                words(topic).map { $0.lowercased() }, "--topic", "topic", Topic.allCases.map(\.rawValue)))
    }

    /// `left-alone` is `left alone`.
    func causes() throws -> Set<String> {
        Set(
            try known(
                words(cause).map { $0.lowercased().replacing("-", with: " ") }, "--cause", "cause",
                Cause.allCases.map(\.rawValue)))
    }

    func languages() throws -> Set<String> {
        Set(
            try words(language).map { word in
                guard (2...3).contains(word.count), word.allSatisfy({ $0.isASCII && $0.isLetter }) else {
                    throw ValidationError(
                        "--language \(word): the code of a language is wanted, such as pl or en")
                }
                return word.lowercased()
            })
    }

    func priorities() throws -> Set<Priority.Level> { try values(priority, "--priority", "priority") }

    func due(now: Instant) throws -> [TimeSpan] {
        try words(due).map { word in
            if let span = DueWord(rawValue: word.lowercased())?.span(now: now) { return span }
            if let end = TimeArgument(word).end(now: now) { return TimeSpan(until: end) }
            if let fault = TimeArgument(word).fault { throw ValidationError("--due \(word): \(fault)") }
            let names = DueWord.allCases.map(\.rawValue)
            throw ValidationError(
                "--due \(word): \(names.joined(separator: ", ")) or a time is wanted, such as +4h or 2026-03-01"
                    + didYouMean(word, among: names))
        }
    }

    func span(now: Instant) throws -> TimeSpan {
        func time(_ option: String, _ text: String?) throws -> Instant? {
            guard let text else { return nil }
            if let time = TimeArgument(text).instant(now: now) { return time }
            if let fault = TimeArgument(text).fault { throw ValidationError("\(option) \(text): \(fault)") }
            throw ValidationError(
                "\(option) \(text): a time is wanted, such as 2026-03-01, 'yesterday 9:30', or 7d for a week ago"
            )
        }
        return TimeSpan(from: try time("--since", since), until: try time("--until", until))
    }
}

/// A stretch of days by name, in the machine's zone; weeks begin on Monday.
enum DueWord: String, CaseIterable {
    case overdue, today, tomorrow
    case thisWeek = "this-week"
    case nextWeek = "next-week"

    func span(now: Instant) -> TimeSpan {
        func day(_ count: Int) -> Instant { TimeArgument.day(count, now: now) }
        // 1970-01-01 was a Thursday.
        let monday = -((TimeArgument.daysSince1970(now: now) + 3) % 7)
        return switch self {
        case .overdue: TimeSpan(until: now)
        case .today: TimeSpan(from: day(0), until: day(1))
        case .tomorrow: TimeSpan(from: day(1), until: day(2))
        case .thisWeek: TimeSpan(from: day(monday), until: day(monday + 7))
        case .nextWeek: TimeSpan(from: day(monday + 7), until: day(monday + 14))
        }
    }
}

/// Values given again or with commas, without the blanks around them.
func words(_ given: [String]) -> [String] {
    given.flatMap { $0.split(separator: ",") }
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
}

/// What is asked for by an empty word is everything, which nobody means.
private func refuseEmpty(_ options: [(name: String, given: [String])]) throws {
    for option in options where option.given.contains(where: { words([$0]).isEmpty }) {
        throw ValidationError("\(option.name) is empty")
    }
}

/// The words, each one of `names`.
func known(_ words: [String], _ option: String, _ noun: String, _ names: [String]) throws -> [String] {
    let all = Set(names)
    for word in words where !all.contains(word) {
        let most = 12
        let listed = names.prefix(most).joined(separator: ", ") + (names.count > most ? ", ..." : "")
        throw ValidationError(
            "\(option) \(word): there is no such \(noun)" + didYouMean(word, among: names)
                + (names.isEmpty ? "; there is none yet" : "; there are \(listed)"))
    }
    return words
}

private func values<Value: RawRepresentable & CaseIterable & Hashable>(
    _ given: [String], _ option: String, _ noun: String
) throws -> Set<Value> where Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    return Set(try known(words(given).map { $0.lowercased() }, option, noun, names).compactMap(Value.init))
}

// MARK: Order

struct CaseSorting: ParsableArguments {
    @Option(help: "By priority (as it is), due, opened, updated or score.") var sort: String?
    @Flag(help: "The other way round.") var reverse = false

    func validate() throws { _ = try by() }

    var order: CaseOrder { get throws { CaseOrder(try by() ?? .priority, isReversed: reverse) } }

    private func by() throws -> CaseOrder.By? {
        let wanted: Set<CaseOrder.By> = try values([sort].compactMap { $0 }, "--sort", "order")
        return wanted.first
    }
}

struct InboxSorting: ParsableArguments {
    @Option(help: "By priority (as it is), due, newest, updated or score.") var sort: String?
    @Flag(help: "The other way round.") var reverse = false

    func validate() throws { _ = try by() }

    var order: MentionOrder { get throws { MentionOrder(try by() ?? .priority, isReversed: reverse) } }

    private func by() throws -> MentionOrder.By? {
        let wanted: Set<MentionOrder.By> = try values([sort].compactMap { $0 }, "--sort", "order")
        return wanted.first
    }
}

struct MentionSorting: ParsableArguments {
    @Option(help: "By newest (as it is), priority, due, updated or score.") var sort: String?
    @Flag(help: "The other way round.") var reverse = false

    func validate() throws { _ = try by() }

    var order: MentionOrder { get throws { MentionOrder(try by() ?? .newest, isReversed: reverse) } }

    private func by() throws -> MentionOrder.By? {
        let wanted: Set<MentionOrder.By> = try values([sort].compactMap { $0 }, "--sort", "order")
        return wanted.first
    }
}
