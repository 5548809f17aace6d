/// A table of figures with names and units: what every report is made of, and what is shown as a table, as CSV
/// and as JSON alike.
public struct FigureTable: Hashable, Sendable {
    /// `clocks`; programs ask for it by this name.
    public var name: String
    /// For people: `Deadlines of cases opened in the period`.
    public var title: String
    public var columns: [Column]
    public var rows: [[Figure]]
    /// What a person has to know to read it rightly.
    public var notes: [String]
    /// The column that is drawn where there is a terminal; nil for a table that no picture helps.
    public var plotted: String?

    public struct Column: Hashable, Sendable {
        /// snake_case; lengths of time end in `_seconds`.
        public var key: String
        public var head: String

        public init(_ key: String, _ head: String) {
            self.key = key
            self.head = head
        }
    }

    public init(
        name: String, title: String, columns: [Column], rows: [[Figure]] = [], notes: [String] = [],
        plotted: String? = nil
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.plotted = plotted
    }

    /// The figure of a row under a key; nil where there is no such column.
    public func figure(_ key: String, ofRow row: Int) -> Figure? {
        columns.firstIndex { $0.key == key }.map { rows[row][$0] }
    }
}

/// One figure, in the unit of its kind.
public enum Figure: Hashable, Sendable {
    /// There is none: never a zero that stands for not knowing.
    case none
    case text(String)
    case count(Int)
    /// A share of so many; no share of none.
    case share(Proportion)
    /// Shown in the unit that fits, given to programs in seconds.
    case length(Duration)
    case time(Instant)

    public static func text(_ text: String?) -> Figure { text.map { .text($0) } ?? .none }
    public static func length(_ length: Duration?) -> Figure { length.map { .length($0) } ?? .none }
    public static func time(_ time: Instant?) -> Figure { time.map { .time($0) } ?? .none }
    public static func count(_ count: Int?) -> Figure { count.map { .count($0) } ?? .none }
}
