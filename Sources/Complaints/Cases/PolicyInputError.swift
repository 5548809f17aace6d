import Foundation

/// What is wrong with a policy that was given inline, and where in it.
public struct PolicyInputError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As in `clocks[1].within`; empty for the whole.
    public var place: String
    public var problem: String

    public init(_ place: String, _ problem: String) {
        self.place = place
        self.problem = problem
    }

    /// `clocks[1].within: "8x" is not a limit like 8wh, ...`
    public var description: String { place.isEmpty ? problem : "\(place): \(problem)" }

    init(_ error: any Error) {
        switch error {
        case let known as PolicyInputError: self = known
        case DecodingError.keyNotFound(let key, let context):
            self.init(Self.place(context.codingPath + [key]), "missing")
        case DecodingError.typeMismatch(let type, let context),
            DecodingError.valueNotFound(let type, let context):
            self.init(Self.place(context.codingPath), "\(Self.words(type)) is wanted here")
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init(Self.place(context.codingPath), context.debugDescription)
        default: self.init("", "this is not JSON")
        }
    }

    static func place(_ path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }

    private static func words(_ type: any Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is [Any].Type: "a list"
        default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
        }
    }
}

extension PolicyInput {
    private enum Key: String, CodingKey, CaseIterable {
        case name, calendar, clocks, open, statutes
        case seenWithin = "seen-within"
        // They move no deadline.
        case ladder, promises, close
        case nextStep = "next-step"
    }

    public init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: Key.self)
        let values = try decoder.container(keyedBy: Key.self)
        name = try values.decodeIfPresent(String.self, forKey: .name)
        calendar = try values.decodeIfPresent(CalendarChoice.self, forKey: .calendar)
        statutes = try values.decodeIfPresent([StatuteInput].self, forKey: .statutes) ?? []
        clocks =
            statutes.isEmpty
            ? try values.decode([Clock].self, forKey: .clocks)
            : try values.decodeIfPresent([Clock].self, forKey: .clocks) ?? []
        open = try values.decodeIfPresent(Open.self, forKey: .open)
        seenWithin = try values.decodeIfPresent(String.self, forKey: .seenWithin)
    }
}

extension PolicyInput.CalendarChoice: Decodable {
    init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self = .named(name)
        } else {
            self = .inline(try CalendarInput(from: decoder))
        }
    }
}

extension PolicyInput.Open: Decodable {
    private enum Key: String, CodingKey, CaseIterable { case within }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: Key.self)
        within = try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .within)
    }
}

extension PolicyInput.Clock: Decodable {
    private enum Key: String, CodingKey, CaseIterable {
        case name, within, from, pause, roll, until, law, warn
        case longest = "extension"
        case onEdit = "on-edit"
        case onFollowUp = "on-follow-up"
        case onRatingRaised = "on-rating-raised"
        case onRatingLowered = "on-rating-lowered"
    }

    init(from decoder: any Decoder) throws {
        try decoder.refuseKeys(except: Key.self)
        let values = try decoder.container(keyedBy: Key.self)
        name = try values.decode(String.self, forKey: .name)
        within = try values.decode(String.self, forKey: .within)
        from = try values.decodeIfPresent(String.self, forKey: .from)
        pause = try values.decodeIfPresent(String.self, forKey: .pause)
        roll = try values.decodeIfPresent(String.self, forKey: .roll)
        until = try values.decodeIfPresent(String.self, forKey: .until)
        law = try values.decodeIfPresent(String.self, forKey: .law)
        longest = try values.decodeIfPresent(String.self, forKey: .longest)
        onEdit = try values.decodeIfPresent(String.self, forKey: .onEdit)
        onFollowUp = try values.decodeIfPresent(String.self, forKey: .onFollowUp)
        onRatingRaised = try values.decodeIfPresent(String.self, forKey: .onRatingRaised)
        onRatingLowered = try values.decodeIfPresent(String.self, forKey: .onRatingLowered)
        warn = try values.oneOrMany(forKey: .warn)
    }
}

private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int?

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
}

extension Decoder {
    /// A key that nobody reads is a mistake in writing, and silence about it would cost a deadline.
    func refuseKeys<Key: CodingKey & CaseIterable>(except known: Key.Type) throws {
        let names = known.allCases.map(\.stringValue)
        let found = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
        guard let stranger = found.first(where: { !names.contains($0) }) else { return }
        throw PolicyInputError(
            PolicyInputError.place(codingPath),
            "unknown key \(stranger.debugDescription); known here: \(names.joined(separator: ", "))")
    }
}
