/// One field of a rule: where its text stands, and what is made of that text.

extension Rule {
    /// `".author"`, or `{ at: ".meta", match: "by (\\w+)" }`.
    public struct Field: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The selector; fallbacks after `||`.
        public var at: String
        /// A regular expression: its first group is the value, or all that it finds when it has none; a
        /// text in which it finds nothing is no value, and the next element or fallback is asked.
        public var match: String?
        /// The texts of all elements that are found, with this between them; the first alone without it.
        public var join: String?
        public var kind: Kind?
        /// Which number is the day and which the month, where a date is all numbers.
        public var order: Order?
        /// How the date is written, see `DatePattern`: `dd.MM.yy`, `seconds`.
        public var format: String?

        public init(
            _ at: String, match: String? = nil, join: String? = nil, as kind: Kind? = nil,
            order: Order? = nil, format: String? = nil
        ) {
            self.at = at
            self.match = match
            self.join = join
            self.kind = kind
            self.order = order
            self.format = format
        }

        public init(stringLiteral at: String) { self.init(at) }
    }

    /// What a field's text is taken for.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// As it is, paragraphs kept.
        case text
        /// On one line.
        case line
        /// The first number: `12345` of `Review no. 12 345`.
        case number
        case date
    }

    /// The order of a date's numbers.
    public enum Order: String, Hashable, Sendable, Codable, CaseIterable {
        case dmy = "DMY"
        case mdy = "MDY"
        case ymd = "YMD"
    }

    /// `".stars@data-value"`, or `{ at: ".stars", best: 6, reversed: true }`.
    public struct RatingRule: Hashable, Sendable, ExpressibleByStringLiteral {
        public var at: String
        /// As of a field.
        public var match: String?
        /// An example of how the mark is written: `4 z 5`, `note: 1 (best 10)`. The smaller of its two
        /// numbers stands for the mark, the larger for the best one; the words must be there.
        public var pattern: String?
        public var best: Double?
        public var worst: Double?
        /// The lower the better, as German school marks are: 1 of 6 is read as the best.
        public var reversed: Bool

        public init(
            at: String, match: String? = nil, as pattern: String? = nil, best: Double? = nil,
            worst: Double? = nil, reversed: Bool = false
        ) {
            self.at = at
            self.match = match
            self.pattern = pattern
            self.best = best
            self.worst = worst
            self.reversed = reversed
        }

        public init(stringLiteral at: String) { self.init(at: at) }

        public var field: Field { Field(at, match: match) }
    }

    public struct ReplyRule: Hashable, Sendable, Codable {
        /// The element of the reply, inside the record.
        public var each: String
        public var author: Field?
        public var published: Field?
        public var text: Field?

        public init(each: String, author: Field? = nil, published: Field? = nil, text: Field? = nil) {
            self.each = each
            self.author = author
            self.published = published
            self.text = text
        }
    }
}

extension Rule.Field: Codable {
    private enum Key: String, CodingKey { case at, match, join, kind = "as", order, format }

    public init(from decoder: any Decoder) throws {
        if let at = try? decoder.singleValueContainer().decode(String.self) {
            self.init(at)
            return
        }
        let map = try decoder.container(keyedBy: Key.self)
        self.init(
            try map.decode(String.self, forKey: .at),
            match: try map.decodeIfPresent(String.self, forKey: .match),
            join: try map.decodeIfPresent(String.self, forKey: .join),
            as: try map.decodeIfPresent(Rule.Kind.self, forKey: .kind),
            order: try map.decodeIfPresent(Rule.Order.self, forKey: .order),
            format: try map.decodeIfPresent(String.self, forKey: .format))
    }

    public func encode(to encoder: any Encoder) throws {
        if self == Rule.Field(at) {
            var one = encoder.singleValueContainer()
            try one.encode(at)
            return
        }
        var map = encoder.container(keyedBy: Key.self)
        try map.encode(at, forKey: .at)
        try map.encodeIfPresent(match, forKey: .match)
        try map.encodeIfPresent(join, forKey: .join)
        try map.encodeIfPresent(kind, forKey: .kind)
        try map.encodeIfPresent(order, forKey: .order)
        try map.encodeIfPresent(format, forKey: .format)
    }
}

extension Rule.RatingRule: Codable {
    private enum Key: String, CodingKey { case at, match, pattern = "as", best, worst, reversed }

    public init(from decoder: any Decoder) throws {
        if let at = try? decoder.singleValueContainer().decode(String.self) {
            self.init(at: at)
            return
        }
        let map = try decoder.container(keyedBy: Key.self)
        self.init(
            at: try map.decode(String.self, forKey: .at),
            match: try map.decodeIfPresent(String.self, forKey: .match),
            as: try map.decodeIfPresent(String.self, forKey: .pattern),
            best: try map.decodeIfPresent(Double.self, forKey: .best),
            worst: try map.decodeIfPresent(Double.self, forKey: .worst),
            reversed: try map.decodeIfPresent(Bool.self, forKey: .reversed) ?? false)
    }

    public func encode(to encoder: any Encoder) throws {
        if self == Rule.RatingRule(at: at) {
            var one = encoder.singleValueContainer()
            try one.encode(at)
            return
        }
        var map = encoder.container(keyedBy: Key.self)
        try map.encode(at, forKey: .at)
        try map.encodeIfPresent(match, forKey: .match)
        try map.encodeIfPresent(pattern, forKey: .pattern)
        try map.encodeIfPresent(best, forKey: .best)
        try map.encodeIfPresent(worst, forKey: .worst)
        if reversed { try map.encode(true, forKey: .reversed) }
    }
}
