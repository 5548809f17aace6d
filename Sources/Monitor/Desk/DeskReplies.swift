import Complaints
import Settings
import Storage

/// A reply as a template makes it of a case; nothing is recorded of it.
public struct ReplyDraft: Sendable {
    public var template: ReplyTemplateName
    /// The language that was asked for, where there is no template in it.
    public var missed: String?
    public var text: String
}

/// What is said to the customer: drafted from a template, and never with anything inside in it.
extension Desk {
    /// - Parameters:
    ///   - language: nil for that of the complaint.
    ///   - say: what staff say in it.
    public func draft(
        _ situation: String, language: String? = nil, say: String? = nil, on id: CaseID
    ) async throws -> ReplyDraft {
        let (outbox, now, setup, who) = (setup.outbox, time.now(), setup, who)
        return try await store.read { session in
            guard let file = try CaseFile.load(id, outbox: outbox, in: session) else {
                throw Refusal.noCase(id)
            }
            let mention = file.mentions.first
            let wanted =
                language ?? mention?.language ?? mention.flatMap { recognisedLanguage(of: $0.content.words) }
                ?? "en"
            let (name, template) = try setup.template(situation, language: wanted)
            let facts = try file.replyFacts(in: name.language, say: say, now: now)
            let text: String
            do throws(ReplyTemplate.Missing) {
                text = try template.filled(with: facts)
            } catch {
                throw Refusal.already(error.fact.advice(template: name, case: id))
            }
            let inside = try file.inside(setup, who: who, reading: text)
            try refuseLeaks(inside.leaks(in: text), in: "the draft \(name)")
            return ReplyDraft(template: name, missed: name.language == wanted ? nil : wanted, text: text)
        }
    }

    /// - Parameter what: as the beginning of a sentence: `the reply`.
    func refuseLeaks(_ leaks: [InsideWords.Leak], in what: String) throws {
        guard !leaks.isEmpty else { return }
        throw Refusal.unfit(
            "\(what) holds what must stay inside: "
                + leaks.prefix(5).map(\.description).joined(separator: "; ")
                + (leaks.count > 5 ? " and \(leaks.count - 5) more" : "") + "; take it out")
    }
}

extension Setup {
    /// In that language, else in English, else the first there is.
    fileprivate func template(
        _ situation: String, language: String
    ) throws -> (ReplyTemplateName, ReplyTemplate) {
        let templates = configuration.templates
        let situations = Set(templates.keys.map(\.situation)).sorted()
        let fitting = templates.keys.filter { $0.situation == situation }.sorted()
        guard !fitting.isEmpty else {
            throw Desk.Refusal.already(
                "there is no template \(situation) in templates/; it has "
                    + (situations.isEmpty ? "none" : situations.joined(separator: ", "))
                    + didYouMean(situation, among: situations))
        }
        let near = [language, String(language.prefix { $0 != "-" }), "en"].lazy
            .compactMap { wanted in fitting.first { $0.language == wanted } }.first
        let name = near ?? fitting[0]
        guard let template = templates[name] else {
            throw Desk.Refusal.already("the template \(name) is gone")
        }
        return (name, template)
    }
}

extension ReplyFact {
    fileprivate func advice(template: ReplyTemplateName, case id: CaseID) -> String {
        switch self {
        case .say: "the template \(template) wants to know what you say: give it with --say TEXT"
        case .promise, .promiseDue:
            "the template \(template) names a promise and case \(id) has no open one; `ombud case promise \(id.number)` makes it"
        case .due:
            "the template \(template) says until when, and no clock of case \(id) runs; `ombud case delay` or `reopen` may be what is wanted"
        default: "the template \(template) wants `{{\(rawValue)}}`, which case \(id) does not have"
        }
    }
}

extension CaseFile {
    /// What of the case may be said in public.
    fileprivate func replyFacts(in language: String, say: String?, now: Instant) throws -> [ReplyFact: String]
    {
        let zone = Zone(policy.calendar.zone) ?? .utc
        var facts: [ReplyFact: String] = [
            .subject: self.case.subject, .number: String(self.case.id.number),
        ]
        let mention = mentions.first
        facts[.author] = mention?.author
        facts[.link] = mention?.url
        facts[.say] = say
        facts[.posted] = self.case.posted.map { zone.publicText($0, language: language, hasTime: false) }
        let stops: [ClockRule.Stop] = [.reply, .update, .resolve]
        let names = policy.clocks.filter { stops.contains($0.until) }.map(\.name)
        let running = readings(now: now, isExplained: false).filter {
            $0.state == .running && names.contains($0.name)
        }
        let due = running.first { $0.name == "answer" }?.due ?? running.compactMap(\.due).min()
        facts[.due] = due.map { zone.publicText($0, language: language) }
        let open = try session.promises(of: self.case.id).last { $0.state == .open }
        facts[.promise] = open?.what
        facts[.promiseDue] = open.map { zone.publicText($0.due, language: language) }
        let ladder = try CaseLadder(self.case.id, in: session).rungs
        let told = ladder.filter { $0.rung.told(in: language) != nil }
        facts[.higher] = (told.first { $0.climbed == nil } ?? told.last)?.rung.told(in: language)
        return facts
    }

    /// What must not be said in public of this case and this installation.
    /// - Parameter text: in which other customers' names are looked for.
    func inside(_ setup: Setup, who: String, reading text: String) throws -> InsideWords {
        var inside = InsideWords()
        let promises = try session.promises(of: self.case.id)
        var logins: [String?] = [who, self.case.owner]
        logins += timeline.map(\.by)
        logins += promises.map(\.by)
        logins += promises.map(\.owner)
        inside.logins = Set(logins.compactMap { $0 })
        // Why it takes longer, and what was promised, the customer is told.
        let told: [TimelineEntry.What] = [.delayed, .extended, .promised]
        let notes = timeline.filter { $0.by != nil && !told.contains($0.what) }.compactMap(\.note)
        inside.notes = notes + [self.case.next?.what].compactMap { $0 }
        inside.notes += promises.compactMap(\.note)
        inside.tags = Set(try session.tags(of: self.case.id).map(\.name))
        inside.scores = mentions.map(\.score.value)
        inside.reasons = mentions.flatMap { $0.score.reasons.map(\.what) }
        inside.mentions = Set(mentions.map(\.id.number))
        inside.ownCase = self.case.id.number
        let configuration = setup.configuration
        inside.endpoints = Set(setup.endpoints.map(\.name))
        inside.hosts = Set(
            (setup.endpoints.map(\.url) + [configuration.instance]).compactMap {
                WebURL($0)?.host.lowercased()
            })
        inside.paths = [configuration.folder.path(percentEncoded: false)]
        if case .sqlite(let path) = configuration.store { inside.paths.append(path) }
        inside.secrets = setup.endpoints.flatMap(\.keys).map(\.secret.value)
        for mention in mentions {
            let reply = mention.content.reply?.text
            inside.publicTexts += [mention.content.words, mention.author, mention.subject, reply].compactMap {
                $0
            }
        }
        inside.publicTexts += timeline.compactMap(\.statement) + promises.map(\.what)
        inside.publicTexts += policy.ladder.flatMap(\.told.values)
        try lookForOthers(in: text, &inside)
        return inside
    }

    private func lookForOthers(in text: String, _ inside: inout InsideWords) throws {
        let mine = Set(mentions.map(\.id))
        let myAuthors = Set(mentions.map { authorMark($0.author) })
        for mention in mentions {
            for twin in try session.mentions(in: mention.cluster) where !mine.contains(twin.id) {
                inside.mentions.insert(twin.id.number)
                if let author = twin.author, !myAuthors.contains(authorMark(author)) {
                    inside.others.insert(author)
                }
            }
        }
        for name in InsideWords.possibleNames(in: text) {
            let words = name.split { $0 == " " || $0 == "," }.map(String.init)
            let marks = Set([name] + InsideWords.orders(of: words).map { $0.joined(separator: " ") }).map {
                authorMark($0)
            }
            guard myAuthors.isDisjoint(with: marks) else { continue }
            if try marks.contains(where: { try !session.mentions(ofAuthor: $0, limit: 1).isEmpty }) {
                inside.others.insert(name)
            }
        }
    }
}
