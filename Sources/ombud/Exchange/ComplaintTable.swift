import Complaints
import Foundation
import Reading
import Settings

/// Rows of a table of complaints as values, each checked; what cannot be taken is said with its place.
struct ComplaintTable {
    /// What a table may name.
    struct Known: Sendable {
        var subjects: [String]
        var owners: [String] = []
        /// For rows that name none.
        var subject: String?
        var place = HandedComplaint.usualPlace
        var zone: TimeZone = .current
        var ignored: Set<String> = []
        var now: Instant
    }

    struct Row: Sendable {
        var line: Int
        var complaint: HandedComplaint
    }

    private let known: Known
    private var reader: CSVReader
    private let encoding: String?
    private var columns: [ComplaintColumn?]?
    /// Where a row with each number was.
    private var lines: [String: Int] = [:]
    private(set) var faults: [CSVReader.Fault] = []
    private(set) var rowCount = 0
    private(set) var faultCount = 0
    private(set) var badRows = 0
    /// It is no table from some place on.
    private(set) var isBroken = false

    /// What is told of a table that is wrong throughout.
    static let mostFaults = 200

    /// - Parameter encoding: a WHATWG label; nil for UTF-8.
    init(_ known: Known, separator: UInt8, encoding: String?) {
        self.known = known
        self.encoding = encoding
        reader = CSVReader(separator: separator, isUTF8: encoding == nil)
    }

    /// The complaints of the rows that end within these bytes.
    mutating func take(_ bytes: some Sequence<UInt8>) -> [Row] {
        guard !isBroken else { return [] }
        do { return try reader.rows(of: bytes).compactMap { checked($0) } } catch {
            breaks(error)
            return []
        }
    }

    mutating func end() -> [Row] {
        guard !isBroken else { return [] }
        do { return try reader.end().map { [checked($0)].compactMap { $0 } } ?? [] } catch {
            breaks(error)
            return []
        }
    }

    mutating func breaks(_ fault: CSVReader.Fault) {
        isBroken = true
        faultCount += 1
        faults.append(fault)
    }

    private mutating func checked(_ fields: [CSVReader.Field]) -> Row? {
        let isRow = columns != nil
        let row = row(of: fields)
        if isRow, row == nil { badRows += 1 }
        return row
    }

    /// Whether there was a row with the names of the columns.
    var hasHeader: Bool { columns != nil }

    private mutating func fault(_ field: CSVReader.Field, _ problem: String) {
        faultCount += 1
        guard faults.count < Self.mostFaults else { return }
        faults.append(.init(line: field.line, column: field.column, problem: problem))
    }

    private mutating func row(of fields: [CSVReader.Field]) -> Row? {
        guard let columns else {
            takeHeader(fields)
            return nil
        }
        rowCount += 1
        guard let first = fields.first else { return nil }
        let before = faultCount
        if fields.count != columns.count {
            fault(
                fields.count > columns.count ? fields[columns.count] : first,
                "the row has \(counted(fields.count, "field")), the first line names \(columns.count)")
            return nil
        }
        var found: [ComplaintColumn: (text: String, field: CSVReader.Field)] = [:]
        for (column, field) in zip(columns, fields) {
            guard let column else { continue }
            guard let text = text(of: field) else { continue }
            let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if !trimmed.isEmpty { found[column] = (trimmed, field) }
        }
        guard faultCount == before else { return nil }
        let complaint = complaint(found, first: first)
        return faultCount == before ? complaint.map { Row(line: first.line, complaint: $0) } : nil
    }

    private mutating func text(of field: CSVReader.Field) -> String? {
        if let encoding {
            guard let bytes = decode(field.bytes, labelled: encoding) else { return nil }
            var field = field
            field.bytes = bytes
            return field.text
        }
        if let text = field.text { return text }
        fault(field, "the bytes are no UTF-8; name what they are with --encoding, such as windows-1250")
        return nil
    }

    private mutating func takeHeader(_ fields: [CSVReader.Field]) {
        var columns: [ComplaintColumn?] = []
        var seen: Set<ComplaintColumn> = []
        for field in fields {
            let name = (text(of: field) ?? "").trimmingCharacters(in: .whitespaces)
            let column = ComplaintColumn(header: name)
            columns.append(known.ignored.contains(name.lowercased()) ? nil : column)
            if known.ignored.contains(name.lowercased()) { continue }
            if let column {
                if !seen.insert(column).inserted { fault(field, "there are two columns for the \(column)") }
            } else {
                let names = ComplaintColumn.allCases.map(\.rawValue)
                fault(
                    field,
                    "`\(name)` is no column of complaints\(didYouMean(name.lowercased(), among: names)); leave it out "
                        + "with --ignore '\(name)'")
            }
        }
        if !seen.contains(.text), let first = fields.first {
            fault(first, "no column is called `text`: what the customer wrote is wanted")
        }
        self.columns = columns
        // Without its columns no row can be understood.
        isBroken = faultCount > 0
    }

    private typealias Cells = [ComplaintColumn: (text: String, field: CSVReader.Field)]

    private mutating func complaint(_ cells: Cells, first: CSVReader.Field) -> HandedComplaint? {
        guard let text = cells[.text]?.text else {
            fault(first, "the text is empty")
            return nil
        }
        guard let subject = subject(cells[.subject], first: first) else { return nil }
        var complaint = HandedComplaint(
            subject: subject, text: text, place: cells[.source]?.text ?? known.place)
        complaint.title = cells[.title]?.text
        complaint.author = cells[.author]?.text
        complaint.externalID = cells[.id]?.text
        complaint.owner = cells[.owner]?.text
        complaint.note = cells[.note]?.text
        complaint.language = cells[.language]?.text.lowercased()
        if let (text, field) = cells[.url] {
            if WebURL(text) == nil { fault(field, "`\(text.prefix(60))` is no URL") }
            complaint.url = text
        }
        if let (text, field) = cells[.topic] {
            complaint.topic = text.lowercased()
            let names = Topic.allCases.map(\.rawValue)
            if !names.contains(text.lowercased()) {
                fault(
                    field,
                    "`\(text)` is no topic\(didYouMean(text.lowercased(), among: names)); there are "
                        + names.joined(separator: ", "))
            }
        }
        complaint.rating = rating(cells[.rating])
        complaint.posted = time(cells[.posted])
        complaint.received = time(cells[.received])?.instant
        if let (id, field) = cells[.id] {
            let key = complaint.key
            if let line = lines[key] { fault(field, "`\(id)` is the id of line \(line) too") }
            lines[key] = first.line
        }
        return complaint
    }

    private mutating func subject(
        _ cell: (text: String, field: CSVReader.Field)?, first: CSVReader.Field
    ) -> String? {
        guard let cell else {
            if let subject = known.subject { return subject }
            fault(first, "the row names no subject; name one for all such rows with --subject")
            return nil
        }
        if let subject = known.subjects.first(where: { $0.lowercased() == cell.text.lowercased() }) {
            return subject
        }
        fault(
            cell.field,
            "no watchlist has the subject `\(cell.text)`" + didYouMean(cell.text, among: known.subjects))
        return nil
    }

    /// `4`, `4/5`, `4,5 of 10`.
    private mutating func rating(_ cell: (text: String, field: CSVReader.Field)?) -> Rating? {
        guard let cell else { return nil }
        let parts = cell.text.replacing(",", with: ".").replacing(" of ", with: "/").split(separator: "/")
            .map { Double($0.trimmingCharacters(in: .whitespaces)) }
        guard (1...2).contains(parts.count), let value = parts[0], parts.allSatisfy({ $0 != nil }),
            value.isFinite,
            abs(value) <= 1000
        else {
            fault(cell.field, "`\(cell.text)` is no rating; a number such as 2 or 2/5 is wanted")
            return nil
        }
        return Rating(value: value, best: parts.count == 2 ? parts[1] : nil)
    }

    /// A time that is stated in full, and is not to come.
    private mutating func time(_ cell: (text: String, field: CSVReader.Field)?) -> StatedTime? {
        guard let cell else { return nil }
        let isDate = cell.text.utf8.prefix(5).enumerated().allSatisfy { index, byte in
            index == 4 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
        }
        guard isDate, let time = TimeArgument(cell.text).instant(now: known.now, zone: known.zone) else {
            fault(
                cell.field,
                "`\(cell.text)` is no time; 2026-03-01, 2026-03-01 14:00 or 2026-03-01T14:00:00Z is wanted")
            return nil
        }
        guard time <= known.now else {
            fault(cell.field, "\(cell.text) is still to come")
            return nil
        }
        return StatedTime(time, precision: cell.text.utf8.count <= 10 ? .day : .minute)
    }
}
