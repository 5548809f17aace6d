import ArgumentParser
import Complaints
import Foundation
import Reading

/// A document given as text or as bytes.
protocol HasBytes {
    var base64: String? { get }
    var html: String? { get }
}

extension HasBytes {
    func bytes() throws -> [UInt8] {
        if let base64 {
            guard let data = Data(base64Encoded: base64, options: .ignoreUnknownCharacters) else {
                throw Failure(.badInput, "\"base64\" is not base64")
            }
            return Array(data)
        }
        if let html { return Array(html.utf8) }
        throw Failure(.badInput, "neither \"html\" nor \"base64\" is there")
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
        var rule: Rule?
        var language: String?
        var zone: String?
        var next: String?
        var now: Instant?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "The address it was saved from.") var url: String?
    @Option(help: "Its Content-Type header.") var contentType: String?
    @Argument(help: "A saved page.") var file: String?

    func input() throws -> Input {
        Input(
            base64: try fileBytes(try required(file, "FILE")), url: try required(url, "--url"),
            contentType: contentType)
    }

    func run(_ input: Input) throws -> JSON {
        let page = try read(
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
        var order: DateOrder?
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
        if let zone = input.zone, zone != "UTC", Zone(zone) == nil {
            throw Failure(.badInput, "\"zone\": \(zone) is no time zone; one like Europe/Warsaw is wanted")
        }
        let found = parseDate(
            input.text, language: input.language, now: input.now ?? SystemClock.now, zone: input.zone,
            order: input.order)
        return ["date": found?.stated, "precision": found?.precision.rawValue]
    }
}

struct TryJSONPath: Trial {
    static let configuration = CommandConfiguration(
        commandName: "jsonpath", abstract: "Finds values in a JSON document (RFC 9535).")

    struct Input: Decodable {
        var document: AnyJSON
        var path: String
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Argument(help: "The path, such as $.items[*].id") var path: String?
    @Argument(help: "A JSON file.") var file: String?

    func input() throws -> Input {
        let data = try contents(of: try required(file, "FILE"))
        return Input(
            document: try JSONDecoder().decode(AnyJSON.self, from: data), path: try required(path, "PATH"))
    }

    func run(_ input: Input) throws -> JSON {
        let nodes = try JSONPath(checking: input.path).nodes(in: input.document.value)
        return ["result": nodes.map(\.value.json), "paths": nodes.map(\.path)]
    }
}

/// Any JSON, as the paths are looked for in.
struct AnyJSON: Decodable {
    var value: JSONValue

    init(from decoder: any Decoder) throws {
        if let map = try? decoder.container(keyedBy: Name.self) {
            value = .object(
                try map.allKeys.map {
                    JSONValue.Member(
                        key: $0.stringValue, value: try map.decode(AnyJSON.self, forKey: $0).value)
                })
        } else if var list = try? decoder.unkeyedContainer() {
            var values: [JSONValue] = []
            while !list.isAtEnd { values.append(try list.decode(AnyJSON.self).value) }
            value = .array(values)
        } else {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                value = .null
            } else if let bool = try? single.decode(Bool.self) {
                value = .bool(bool)
            } else if let integer = try? single.decode(Int64.self) {
                value = .integer(integer)
            } else if let number = try? single.decode(Double.self) {
                value = .number(number)
            } else {
                value = .string(try single.decode(String.self))
            }
        }
    }

    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
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
