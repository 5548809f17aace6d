import Complaints
import Testing

@Suite struct TransitionTests {
    private static let over: [CaseState] = [.resolved, .closed, .dismissed, .merged]

    /// What becomes of a case that is new, open, waiting, answered.
    private static let led: [(CaseAct, [CaseState])] = [
        (.take(by: "ola"), [.open, .open, .waiting, .answered]),
        (.reply, [.answered, .answered, .answered, .answered]),
        (.resolve, [.resolved, .resolved, .resolved, .resolved]),
        (.dismiss, [.dismissed, .dismissed, .dismissed, .dismissed]),
        (.replySeen, [.answered, .answered, .answered, .answered]),
        (.replyVanished, [.new, .open, .waiting, .open]),
        (.note, [.new, .open, .waiting, .answered]),
        (.assign(to: "ola"), [.open, .open, .waiting, .answered]),
        (.next, [.new, .open, .waiting, .answered]),
        (.delay, [.new, .open, .waiting, .answered]),
    ]

    @Test(arguments: led)
    func `an act leads an active case on`(act: CaseAct, expected: [CaseState]) throws {
        let active: [CaseState] = [.new, .open, .waiting, .answered]
        #expect(try active.map { try $0.after(act, of: CaseID(42)) } == expected)
    }

    @Test func `a case waits once, and only one that waits resumes`() throws {
        for state in [CaseState.new, .open, .answered] {
            #expect(try state.after(.wait, of: CaseID(42)) == .waiting)
            #expect(throws: ForbiddenAct.self) { try state.after(.resume, of: CaseID(42)) }
        }
        #expect(throws: ForbiddenAct.self) { try CaseState.waiting.after(.wait, of: CaseID(42)) }
        #expect(try CaseState.waiting.after(.resume, of: CaseID(42)) == .open)
    }

    @Test(arguments: over)
    func `staff move nothing of a case that is over`(state: CaseState) {
        for act in [CaseAct.assign(to: "ola"), .next, .delay, .wait, .resume] {
            #expect(throws: ForbiddenAct.self) { try state.after(act, of: CaseID(42)) }
        }
    }

    @Test(arguments: over)
    func `what the crawler sees, and a note, leave a case that is over as it is`(state: CaseState) throws {
        for act in [CaseAct.note, .replySeen, .replyVanished, .dismiss] {
            #expect(try state.after(act, of: CaseID(42)) == state)
        }
    }

    @Test(arguments: [CaseState.resolved, .closed, .dismissed])
    func `a case that is over can be reopened`(state: CaseState) throws {
        #expect(try state.after(.reopen, of: CaseID(42)) == .open)
    }

    @Test(arguments: [
        (
            CaseAct.take(by: "ola"), CaseState.resolved,
            "case #42 is resolved and cannot be taken: only a case that is not over has an owner"
        ),
        (.reply, .dismissed, "case #42 is dismissed and cannot be answered: reopen it first"),
        (.reply, .closed, "case #42 is closed and cannot be answered: reopen it first"),
        (.resolve, .resolved, "case #42 is resolved and cannot be resolved: it is over already"),
        (.reopen, .open, "case #42 is open and cannot be reopened: only a case that is over is"),
        (.resolve, .merged, "case #42 is merged and cannot be resolved: it is over already"),
    ])
    func `an act that a state forbids says so in a sentence`(act: CaseAct, state: CaseState, sentence: String)
    {
        let refusal = #expect(throws: ForbiddenAct.self) { try state.after(act, of: CaseID(42)) }
        #expect(refusal?.description == sentence)
    }

    @Test(arguments: [
        ("42", 42), ("#42", 42), ("0", nil), ("-1", nil), ("case", nil), ("", nil), ("4 2", nil),
    ])
    func `a case's number is read with and without the sign`(text: String, number: Int64?) {
        #expect(CaseID(text: text)?.number == number)
    }

    @Test(arguments: [("1234", 1234), ("m1234", 1234), ("m0", nil), ("x1", nil)])
    func `a mention's number is read with and without the letter`(text: String, number: Int64?) {
        #expect(MentionID(text: text)?.number == number)
    }
}
