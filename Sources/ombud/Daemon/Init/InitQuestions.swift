import Complaints
import Foundation
import Settings

/// Asks at the terminal for what the command line did not say, and checks every answer by the same rules.
struct InitQuestions {
    let isAsking: Bool

    func answers(
        subject: String?, terms: [String], urls: [String], contact: String?, wantsContact: Bool
    ) throws -> FirstAnswers {
        let subject = try one(
            subject, "Whom do people complain about (company, brand or product)?",
            FirstAnswers.fault(ofSubject:))
        var terms = terms.map(\.trimmed)
        for term in terms {
            if let fault = FirstAnswers.fault(ofSubject: term) {
                throw Failure(.badInput, "--term: \(fault)")
            }
        }
        if isAsking, terms.isEmpty {
            terms = try ask("Other names of it, with commas between (empty for none):")
                .split(separator: ",").map { $0.trimmed }.filter { FirstAnswers.fault(ofSubject: $0) == nil }
        }
        let pages = try pages(urls, subject: subject)
        var found: String?
        if wantsContact || contact != nil {
            found = try one(
                contact, "A page or e-mail address at which people who run those sites can reach you:",
                FirstAnswers.fault(ofContact:))
        }
        return FirstAnswers(subject: subject, terms: terms, pages: pages, contact: found)
    }

    private func pages(_ given: [String], subject: String) throws -> [FirstAnswers.Page] {
        var pages: [FirstAnswers.Page] = []
        for url in given.map(\.trimmed) where !pages.contains(where: { $0.url == url }) {
            if let fault = FirstAnswers.fault(ofURL: url) { throw Failure(.badInput, "--url: \(fault)") }
            pages.append(.init(url: url, isAboutSubject: FirstAnswers.isLikelyAbout(subject, url: url)))
        }
        guard given.isEmpty else { return pages }
        while true {
            let text = try ask(
                pages.isEmpty
                    ? "A page with reviews, posts or a feed (URL):" : "Another page (empty for no more):")
            if text.isEmpty, !pages.isEmpty { return pages }
            if let fault = FirstAnswers.fault(ofURL: text) {
                Screen.say(fault)
                continue
            }
            let isLikely = FirstAnswers.isLikelyAbout(subject, url: text)
            let answer = try ask("Is everything there about \(subject)? [\(isLikely ? "Y/n" : "y/N")]")
                .lowercased()
            pages.append(.init(url: text, isAboutSubject: answer.isEmpty ? isLikely : answer.hasPrefix("y")))
        }
    }

    /// What was given, else what is answered; asked again until it is right.
    private func one(_ given: String?, _ question: String, _ fault: (String) -> String?) throws -> String {
        if let given {
            let text = given.trimmed
            if let fault = fault(text) { throw Failure(.badInput, fault) }
            return text
        }
        while true {
            let text = try ask(question)
            guard let fault = fault(text) else { return text }
            Screen.say(fault)
        }
    }

    private func ask(_ question: String) throws -> String {
        print(Screen.bold(question), terminator: " ")
        fflush(nil)
        guard let line = readLine() else {
            print("")
            throw Failure(.failed, "nothing was written: the questions were not answered")
        }
        return line.trimmed
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
