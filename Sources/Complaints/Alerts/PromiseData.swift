/// What events say of a promise and of a rung of the ladder.

public struct PromiseData: Sendable {
    public internal(set) var number: Int
    public internal(set) var what: String
    public internal(set) var measure: String?
    public internal(set) var owner: String?
    public internal(set) var due: Instant
    public internal(set) var state: String
    /// One wording for everybody who is told: it can be read out to the customer as it is.
    public internal(set) var wording: String

    /// - Parameter zone: in which the due time is written out.
    public init(_ promise: Promise, of id: CaseID, zone: Zone) {
        number = promise.number
        what = promise.what.cut(to: 1000)
        measure = promise.measure?.cut(to: 500)
        owner = promise.owner
        due = promise.due
        state = promise.state.rawValue
        wording = promise.wording(of: id, zone: zone).cut(to: 3000)
    }

    func write(_ json: inout JSONWriter) {
        json.add("due", due)
        json.add("measure", measure)
        json.add("number", number)
        json.add("owner", owner)
        json.add("state", state)
        json.add("what", what)
        json.add("wording", wording)
    }
}

extension Promise {
    /// What every department hears, and the customer may.
    func wording(of id: CaseID, zone: Zone) -> String {
        let due = "\(zone.endText(due)) (\(zone.name))"
        let told =
            "In case \(id) the customer was promised: \(what)"
            + (measure.map { " (seen by: \($0))" } ?? "") + ", until \(due)."
        let stands =
            switch state {
            case .proposed, .declined: "Nobody has confirmed it."
            case .open: "It is not kept yet, and little time is left."
            case .kept: "It was kept."
            case .late: "It was kept late" + (ended.map { ", \(zone.endText($0))." } ?? ".")
            case .partial: "It was kept in part."
            case .broken: "It was not kept."
            }
        return "\(told) \(stands)"
    }
}

public struct RungData: Sendable {
    public internal(set) var number: Int
    public internal(set) var who: String
    public internal(set) var what: String
    public internal(set) var clock: String
    /// `2 working hours before it is due`.
    public internal(set) var when: String

    public init(_ rung: Rung, number: Int) {
        self.number = number
        who = rung.who.cut(to: 300)
        what = rung.what.cut(to: 1000)
        clock = rung.clock
        when = rung.when.text
    }

    func write(_ json: inout JSONWriter) {
        json.add("clock", clock)
        json.add("number", number)
        json.add("what", what)
        json.add("when", when)
        json.add("who", who)
    }
}
