/// One thing wrong in the files people edit: where, what was found, what is wanted.
public struct Fault: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// As the user would type it: relative to the working folder when inside it.
    public let file: String
    /// 1 for the first, as editors count.
    public let line: Int
    /// Counted in Unicode scalars, 1 for the first; a tab is one.
    public let column: Int
    public let message: String

    public init(file: String, line: Int = 1, column: Int = 1, message: String) {
        self.file = file
        self.line = line
        self.column = column
        // What is quoted may hold a line break; a fault is one line.
        self.message = message.split(whereSeparator: \.isNewline).joined(separator: "\u{2424}")
    }

    /// `FILE:LINE:COLUMN: what was found; what is wanted; did you mean ...`.
    public var description: String {
        isOfOption ? "\(file): \(message)" : "\(file):\(line):\(column): \(message)"
    }

    /// It is in what was given on the command line, `--store`, and in no file.
    public var isOfOption: Bool { file.hasPrefix("--") }

    public static func < (a: Fault, b: Fault) -> Bool {
        (a.file, a.line, a.column, a.message) < (b.file, b.line, b.column, b.message)
    }
}

/// Everything wrong in a configuration, sorted by file, line and column; never empty when thrown.
public struct Faults: Error, Hashable, CustomStringConvertible {
    public let faults: [Fault]

    public init(_ faults: some Sequence<Fault>) {
        self.faults = Set(faults).sorted()
    }

    /// One fault a line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}
