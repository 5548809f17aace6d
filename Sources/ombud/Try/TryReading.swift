import ArgumentParser
import Complaints
import Foundation
import Reading
import Settings

/// A document given as text or as bytes.
protocol HasBytes {
    var base64: String? { get }
    var html: String? { get }
}

extension HasBytes {
    func bytes() throws -> [UInt8] {
        if let base64 {
            guard let bytes = decodedBytes(ofBase64: base64) else {
                throw Failure(.badInput, "\"base64\" is not base64")
            }
            return bytes
        }
        if let html { return Array(html.utf8) }
        throw Failure(.badInput, "neither \"html\" nor \"base64\" is there")
    }
}

/// With or without its padding, broken into lines or not, also of the alphabet for addresses.
private func decodedBytes(ofBase64 text: String) -> [UInt8]? {
    var digits = text.utf8.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    while digits.last == 0x3D { digits.removeLast() }
    for (i, digit) in digits.enumerated() {
        if digit == UInt8(ascii: "-") { digits[i] = UInt8(ascii: "+") }
        if digit == UInt8(ascii: "_") { digits[i] = UInt8(ascii: "/") }
    }
    digits += Array(repeating: 0x3D, count: (4 - digits.count % 4) % 4)
    return Data(base64Encoded: Data(digits)).map(Array.init)
}

private func checkZone(_ zone: String?) throws {
    if let zone, zone != "UTC", Zone(zone) == nil {
        throw Failure(.badInput, "\"zone\": \(zone) is no time zone; one like Europe/Warsaw is wanted")
    }
}

private func fileBytes(_ path: String) throws -> String {
    let data = try contents(of: path)
    return data.base64EncodedString()
}

struct TryRead: Trial {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Reads a saved page: its records, and by which way.")

    struct Input: Decodable, HasBytes {
        var html: String?
        var base64: String?
        var url: String
        var contentType: String?
        var rule: Rule? = nil
        var language: String?
        var zone: String?
        var next: String?
        var now: Instant?

        /// The rule is read as `check` reads those of sources.
        private enum CodingKeys: CodingKey { case html, base64, url, contentType, language, zone, next, now }
    }

    static let unknownURL = "https://saved.example/"

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "The address it was saved from; \(Self.unknownURL) where it is not given.") var url: String?
    @Option(help: "Its Content-Type header.") var contentType: String?
    @Argument(help: "A saved page.") var file: String?

    func input() throws -> Input {
        Input(
            base64: try fileBytes(try required(file, "FILE")), url: url ?? Self.unknownURL,
            contentType: contentType)
    }

    static func read(_ line: String) throws -> Input {
        var input = try TryLine.decode(Input.self, line)
        switch try TryLine.object(line)["rule"] {
        case nil, .null: break
        case .object(let members)?:
            let stated = JSONValue.object(members.filter { $0.value != .null })
            do {
                input.rule = try readRule(
                    stated.json.line, file: "rule", selectorFault: { selectorFault($0) })
            } catch {
                throw Failure(
                    .badInput, "\"rule\": " + error.faults.map(\.message).joined(separator: "; "))
            }
        case let other?: throw Failure(.badInput, "\"rule\" is \(other.noun); an object is wanted")
        }
        return input
    }

    func run(_ input: Input) throws -> JSON {
        try checkZone(input.zone)
        let page = try Reading.read(
            PageInput(
                bytes: try input.bytes(), url: input.url,
                contentType: input.contentType ?? (input.html == nil ? nil : "text/html; charset=utf-8"),
                rule: input.rule, language: input.language, zone: input.zone,
                now: input.now ?? SystemClock.now, next: input.next))
        return page.json
    }
}

extension Page: JSONConvertible {
    var json: JSON {
        [
            "url": url, "canonical_url": canonicalURL, "title": title, "language": language,
            "encoding": encoding, "kind": kind.rawValue, "next": next, "links": linkCount,
            "aggregate": aggregate.map { ["rating": $0.rating, "best": $0.best, "count": $0.count] as JSON },
            "published": published?.stated, "records": records,
        ]
    }
}

extension Record: JSONConvertible {
    var json: JSON {
        [
            "id": id, "url": url, "author": author, "published": published?.stated,
            "precision": published?.precision.rawValue, "rating": rating, "title": title, "text": text,
            "language": language ?? recognisedLanguage(of: text),
            "reply": reply.map {
                ["author": $0.author, "published": $0.published?.stated, "text": $0.text] as JSON
            },
            "via": via.rawValue,
        ]
    }
}

extension StatedTime {
    /// In the offset it was said in, so that its day is the day on the page.
    var stated: String { instant.rfc3339(offset: offset) }
}

struct TryDecode: Trial {
    static let configuration = CommandConfiguration(
        commandName: "decode", abstract: "Finds the encoding of bytes and decodes them.")

    struct Input: Decodable, HasBytes {
        var base64: String?
        var html: String?
        var contentType: String?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "The Content-Type header.") var contentType: String?
    @Argument(help: "A file.") var file: String?

    func input() throws -> Input {
        Input(base64: try fileBytes(try required(file, "FILE")), contentType: contentType)
    }

    func run(_ input: Input) throws -> JSON {
        let decoded = decode(try input.bytes(), contentType: input.contentType)
        return ["encoding": decoded.encoding, "text": decoded.text]
    }
}

struct TrySelect: Trial {
    static let configuration = CommandConfiguration(
        commandName: "select", abstract: "Finds elements by a CSS selector or an XPath.")

    struct Input: Decodable {
        var html: String
        var css: String?
        var xpath: String?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Argument(help: "The selector.") var selector: String?
    @Argument(help: "A saved page.") var file: String?

    func input() throws -> Input {
        let data = try contents(of: try required(file, "FILE"))
        let selector = try required(selector, "SELECTOR")
        let isXPath = ["/", "./", "(/", "(./"].contains { selector.hasPrefix($0) }
        return Input(
            html: String(decoding: data, as: UTF8.self), css: isXPath ? nil : selector,
            xpath: isXPath ? selector : nil)
    }

    func run(_ input: Input) throws -> JSON {
        let selector: PageSelector
        if let css = input.css {
            selector = .css(css)
        } else if let xpath = input.xpath {
            selector = .xpath(xpath)
        } else {
            throw Failure(.badInput, "neither \"css\" nor \"xpath\" is there")
        }
        let matches = try select(selector, html: Array(input.html.utf8)).map {
            ["tag": $0.tag, "id": $0.id, "class": $0.className, "text": $0.text] as JSON
        }
        return ["matches": matches]
    }
}

struct TryDate: Trial {
    static let configuration = CommandConfiguration(
        commandName: "date", abstract: "Reads a date as people write it.")

    struct Input: Decodable {
        var text: String
        var language: String?
        var now: Instant?
        var zone: String?
        var order: String?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "Its language, such as pl.") var language: String?
    @Option(help: "The zone of the site, such as Europe/Warsaw.") var zone: String?
    @Argument(help: "The date.") var text: [String] = []

    func input() throws -> Input {
        Input(
            text: try required(text.isEmpty ? nil : text.joined(separator: " "), "TEXT"), language: language,
            zone: zone)
    }

    func run(_ input: Input) throws -> JSON {
        try checkZone(input.zone)
        let order = input.order.flatMap(DateOrder.init)
        if let stated = input.order, order == nil {
            throw Failure(.badInput, "\"order\": \(stated) is none; DMY, MDY or YMD is wanted")
        }
        let found = parseDate(
            input.text, language: input.language, now: input.now ?? SystemClock.now, zone: input.zone,
            order: order)
        return ["date": found?.stated, "precision": found?.precision.rawValue]
    }
}

struct TryJSONPath: Trial {
    static let configuration = CommandConfiguration(
        commandName: "jsonpath", abstract: "Finds values in a JSON document (RFC 9535).")

    struct Input {
        var document: JSONValue
        var path: String
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Argument(help: "The path, such as $.items[*].id") var path: String?
    @Argument(help: "A JSON file.") var file: String?

    func input() throws -> Input {
        let file = try required(file, "FILE")
        let text = String(decoding: try contents(of: file), as: UTF8.self)
        do {
            return Input(document: try readStrictJSON(text), path: try required(path, "PATH"))
        } catch let fault as JSONFault {
            throw Failure(.badInput, "\(file) is not JSON: \(fault)")
        }
    }

    static func read(_ line: String) throws -> Input {
        let value = try TryLine.object(line)
        guard let document = value["document"] else { throw Failure(.badInput, "\"document\" is missing") }
        guard let path = value["path"] else { throw Failure(.badInput, "\"path\" is missing") }
        guard case .string(let path) = path else {
            throw Failure(.badInput, "\"path\" is \(path.noun); text is wanted")
        }
        return Input(document: document, path: path)
    }

    func run(_ input: Input) throws -> JSON {
        let nodes = try JSONPath(checking: input.path).nodes(in: input.document)
        return ["result": nodes.map(\.value.json), "paths": nodes.map(\.path)]
    }
}

extension JSONValue: JSONConvertible {
    var json: JSON {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .integer(let value): .integer(value)
        case .number(let value): .number(value)
        case .string(let value): .string(value)
        case .array(let values): .array(values.map(\.json))
        case .object(let members): .object(members.map { ($0.key, $0.value.json) })
        }
    }
}
