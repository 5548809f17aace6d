import ArgumentParser
import Complaints
import Foundation
import Monitor
import Settings

struct TryScore: Trial {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Says how likely a text is a complaint, and why.")

    struct Input: Decodable {
        var text: String
        var title: String?
        var language: String?
        var rating: Rating?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "Its language, such as pl.") var language: String?
    @Option(help: "Its star rating, out of 5.") var stars: Double?
    @Option(help: "From which score on it is flagged.") var threshold = Scorer.threshold
    @Argument(help: "The text.") var text: [String] = []

    func input() throws -> Input {
        Input(
            text: try required(text.isEmpty ? nil : text.joined(separator: " "), "TEXT"), language: language,
            rating: stars.map { Rating(value: $0, best: 5) })
    }

    /// Mapped once for all lines.
    private static let scorer = Result { Scorer(try ShippedModel.load()) }

    func prepare() throws { _ = try Self.scorer.get() }

    func run(_ input: Input) throws -> JSON {
        var scorer = try Self.scorer.get()
        scorer.threshold = threshold
        let score = scorer.score(
            input.text, title: input.title, language: input.language,
            rating: input.rating)
        let whole = input.title.map { $0 + "\n" + input.text } ?? input.text
        let facts = Facts(whole, language: score.language)
        func told(_ number: Double) -> Double { json ? number : (number * 100).rounded() / 100 }
        let reasons = score.reasons.map { Score.Reason(what: $0.what, weight: told($0.weight)) }
        return [
            "score": told(score.value), "flagged": score.isFlagged, "urgency": score.urgency,
            "topic": score.topic,
            "cause": score.cause, "legal": score.isLegal, "language": score.language,
            "reasons": reasons, "topics": facts.topics.map(\.what.rawValue),
            "causes": facts.causes.map(\.what.rawValue), "cues": facts.cues.map(\.what.rawValue),
            "official_reply": facts.isOfficialReply, "praise": facts.isPraise,
        ]
    }
}

struct TryDeadline: Trial {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "Works out the deadlines of a policy, step by step.")

    typealias Input = DeadlineInput

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "Folder whose calendars and statutes a policy file may name.") var config: String?
    @Argument(help: "A file with one JSON object: policy, opened, now, history.") var file: String?

    func input() throws -> Input {
        let path = try required(file, "FILE")
        let data = try contents(of: path)
        do {
            return try DeadlineInput.read(data)
        } catch {
            throw Failure(.badInput, error.description)
        }
    }

    static func read(_ line: String) throws -> Input {
        _ = try TryLine.object(line)
        do {
            return try DeadlineInput.read(Data(line.utf8))
        } catch {
            throw Failure(.badInput, error.description)
        }
    }

    func run(_ input: Input) throws -> JSON {
        let readings = reckon(try policy(input), history: input.history, now: input.now)
        let clocks = readings.map { reading -> JSON in
            [
                "name": reading.name, "due": reading.due, "state": reading.state,
                "left_seconds": reading.left.map { $0.inMilliseconds / 1000 }, "steps": reading.steps,
                "basis": reading.basis?.rawValue,
            ]
        }
        return ["clocks": clocks]
    }

    /// Read once for all lines; nil where there is no configuration, or a faulty one.
    private static let usualNeighbours: PolicyNeighbours? = try? PolicyNeighbours(
        folder: Place.usualFolder())

    private func policy(_ input: Input) throws -> Policy {
        let folder = config.map { URL(fileURLWithPath: $0) }
        let given = try folder.map { try PolicyNeighbours(folder: $0) }
        if let policy = input.policy {
            // Without --config the usual folder is looked into, once something of it is named.
            let known = given ?? (policy.namesNeighbours ? Self.usualNeighbours : nil)
            do {
                return try policy.policy(
                    named: { known?.calendars[$0] }, statute: { known?.statutes[$0] })
            } catch {
                throw Failure(.badInput, error.description)
            }
        }
        let path = input.policyFile ?? ""
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(.badInput, "\"policy_file\": \(path) cannot be read; is it there?")
        }
        // A policy names the calendars and statutes beside its folder.
        let beside = URL(fileURLWithPath: path).deletingLastPathComponent().deletingLastPathComponent()
        let known = given ?? (try? PolicyNeighbours(folder: beside)) ?? PolicyNeighbours()
        return try readPolicy(String(decoding: data, as: UTF8.self), file: path, among: known)
    }
}
