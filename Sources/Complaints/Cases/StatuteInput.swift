/// A statute pack that an inline policy takes in: its name, or an object with `use` and what is different here.
struct StatuteInput: Sendable {
    var use: String
    var name, from, until, roll, pause: String?
    var warn: [String]

    /// - Parameter known: finds the clock of a pack.
    func rule(
        at place: String, on calendar: WorkingCalendar, known: (String) -> ClockRule?
    ) throws(PolicyInputError) -> ClockRule {
        guard var rule = known(use) else {
            throw PolicyInputError(
                place,
                "there is no statute \(quoted(use)) in policies/statutes/ of the configuration; is its folder "
                    + "given with --config?")
        }
        if !calendar.hasHours, rule.statute?.versions.contains(where: { $0.within.needsHours }) ?? false {
            throw PolicyInputError(
                place, "\(quoted(use)) counts working days, but the calendar has no working hours")
        }
        rule.name = name ?? rule.name
        rule.from = try PolicyInput.Clock.choice(from, at: "\(place).from") ?? rule.from
        rule.until = try PolicyInput.Clock.choice(until, at: "\(place).until") ?? rule.until
        rule.roll = try PolicyInput.Clock.choice(roll, at: "\(place).roll") ?? rule.roll
        rule.pause = try PolicyInput.Clock.choice(pause, at: "\(place).pause") ?? rule.pause
        rule.warnings = try PolicyInput.Clock.warnings(warn, at: place)
        return rule
    }
}

extension StatuteInput: Decodable {
    private enum Key: String, CodingKey, CaseIterable { case use, name, from, until, roll, pause, warn }

    init(from decoder: any Decoder) throws {
        if let pack = try? decoder.singleValueContainer().decode(String.self) {
            self.init(use: pack, warn: [])
            return
        }
        try decoder.refuseKeys(except: Key.self)
        let values = try decoder.container(keyedBy: Key.self)
        self.init(
            use: try values.decode(String.self, forKey: .use),
            name: try values.decodeIfPresent(String.self, forKey: .name),
            from: try values.decodeIfPresent(String.self, forKey: .from),
            until: try values.decodeIfPresent(String.self, forKey: .until),
            roll: try values.decodeIfPresent(String.self, forKey: .roll),
            pause: try values.decodeIfPresent(String.self, forKey: .pause),
            warn: try values.oneOrMany(forKey: .warn))
    }
}

extension KeyedDecodingContainer {
    /// A text, or a list of texts; none where the key is missing.
    func oneOrMany(forKey key: Key) throws -> [String] {
        if let one = try? decode(String.self, forKey: key) { return [one] }
        return try decodeIfPresent([String].self, forKey: key) ?? []
    }
}
