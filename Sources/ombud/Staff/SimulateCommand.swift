import ArgumentParser
import Complaints
import Foundation
import Monitor
import Settings

struct Simulate: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Tells which deadlines of open cases a changed policy would move.",
        discussion: """
            Cases keep the rules under which they were opened. Nothing is changed without --apply. The calendars \
            and statutes that the policy names are those of the configuration folder.
            """)

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @OptionGroup var person: Person
    @Option(help: "The changed policy.") var policy: String
    @Option(help: "Name of the policy of the cases, where it is another one.") var insteadOf: String?
    @Flag(help: "Moves them, and says so on each timeline.") var apply = false

    func perform() async throws {
        let neighbours = try PolicyNeighbours(folder: try place.folder())
        let text = String(decoding: try contents(of: policy), as: UTF8.self)
        let new: Policy
        do {
            new = try readPolicy(text, file: policy, among: neighbours)
        } catch {
            throw Failure(.badInput, error.description)
        }
        let name = insteadOf ?? new.name
        try await place.atDesk(person) { desk in
            let found = try await desk.simulate(new, insteadOf: name)
            guard found.cases > 0 else { throw Failure(.failed, Self.nobody(name, found.others)) }
            let applied = apply ? try await desk.apply(new, insteadOf: name) : nil
            if printing.json {
                for (id, moves) in found.moved { for move in moves { print(move.json(of: id).line) } }
                return
            }
            show(found)
            Screen.say(summary(found, applied: applied))
        }
    }

    private func show(_ found: Simulation) {
        var table = Table("CASE", "CLOCK", "IS", "WOULD BE", "BY")
        for (id, moves) in found.moved {
            for move in moves {
                table.add(
                    id.description, move.clock, move.before?.summary ?? "no such clock",
                    move.after?.summary ?? "no such clock",
                    move.shift.map { ($0 < .zero ? "-" : "+") + Times.distance($0) } ?? "-")
            }
        }
        Screen.print(table, whenEmpty: "No deadline would move.")
    }

    private func summary(_ found: Simulation, applied: Int?) -> String {
        let clocks = found.moved.reduce(0) { $0 + $1.moves.count }
        let missed = found.wouldMiss == 0 ? "" : "; \(found.wouldMiss) of them would be missed at once"
        let sentence =
            "\(counted(clocks, "deadline")) of \(found.moved.count) of \(counted(found.cases, "open case")) would move\(missed)."
        guard let applied else { return sentence + " Nothing was changed; --apply moves them." }
        return sentence
            + " \(counted(applied, "case")) \(applied == 1 ? "is" : "are") under the new rules now."
    }

    private static func nobody(_ name: String, _ others: [String: Int]) -> String {
        let known = others.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }.joined(
            separator: ", ")
        return "no open case is under the policy \(name)"
            + (known.isEmpty
                ? "; there is no open case" : "; open cases are under \(known); see --instead-of")
    }
}

extension ClockReading {
    /// `running, due 2026-11-22 17:05`.
    fileprivate var summary: String {
        due.map { "\(state.rawValue), due \(Times.short($0))" } ?? state.rawValue
    }
}

extension ClockMove {
    fileprivate func json(of id: CaseID) -> JSON {
        func side(_ reading: ClockReading?) -> JSON {
            guard let reading else { return .null }
            return ["due": reading.due, "state": reading.state]
        }
        return [
            "case": id, "clock": clock, "before": side(before), "after": side(after),
            "shift_seconds": shift.map { $0.inMilliseconds / 1000 }, "steps": after?.steps ?? [],
        ]
    }
}
