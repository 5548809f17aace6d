import ArgumentParser
import Complaints
import Foundation
import Storage
import Templates

/// `ombud alert preview`: what an endpoint would be sent, as bytes; nothing is sent.
struct AlertPreview: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Shows what an endpoint would be sent.",
        discussion:
            "The event is an invented one of a type, one of a file, or one of the store. Nothing is sent.")

    @OptionGroup var place: Place
    @OptionGroup var printing: Printing
    @Option(help: "Only for this endpoint; for every one where it is left out.") var endpoint: String?
    @Option(help: "An invented event of this type, such as ombud.case.missed.") var type: String?
    @Option(help: "A file with one CloudEvents object in JSON, or - for standard input.") var event: String?
    @Option(help: "The id of an event of the store, evt_...") var id: String?

    func validate() throws {
        guard [type, event, id].compactMap(\.self).count <= 1 else {
            throw ValidationError("one of --type, --event and --id is wanted")
        }
        if let type { try EventTypeName.check(type, takesStars: false) }
    }

    func perform() async throws {
        let wiring = try place.wiring(needsSecrets: false)
        let endpoints = wiring.setup.endpoints.filter { endpoint == nil || $0.name == endpoint }
        guard !endpoints.isEmpty else {
            let known = wiring.setup.endpoints.map(\.name).joined(separator: ", ")
            throw Failure(
                .failed,
                endpoint.map { "there is no endpoint \($0); known are \(known)" }
                    ?? "no endpoints are configured")
        }
        let body: [UInt8]
        if event != nil || id != nil {
            body = try await EventSource(file: event, id: id).bytes(place)
        } else {
            body = EventExample.body(of: type.flatMap { EventType(rawValue: $0) } ?? .caseMissed)
        }
        let told = try EventSource.read(body)
        for endpoint in endpoints {
            try show(endpoint, body, EventID(told.id.isEmpty ? "evt_sample" : told.id))
        }
    }

    private func show(_ endpoint: Endpoint, _ body: [UInt8], _ id: EventID) throws {
        let message: Message
        do {
            message = try endpoint.message(id: id, body: body) {
                template, body, reader throws(MessageFault) in
                try template.filled(with: body, for: reader)
            }
        } catch {
            throw Failure(.failed, "\(endpoint.name): \(error)")
        }
        let (kind, bytes): (String, [UInt8]) =
            switch message {
            case .http(let message): (message.method + " " + message.contentType, message.body)
            case .mail(let mail): ("mail to " + mail.recipients.joined(separator: ", "), mail.bytes)
            case .command(let words, let input, _): ("input of " + words.joined(separator: " "), input)
            }
        let text = String(decoding: bytes, as: UTF8.self)
        if printing.json {
            let line: JSON = [
                "endpoint": endpoint.name, "format": endpoint.form.name.rawValue, "kind": kind, "body": text,
            ]
            print(line.line)
        } else {
            Screen.say("\(endpoint.name) (\(endpoint.form.name.rawValue)): \(kind)")
            Screen.say(text)
        }
    }
}

/// An event that somebody hands in: a file, standard input, or one of the store.
struct EventSource {
    var file: String?
    var id: String?

    func bytes(_ place: Place) async throws -> [UInt8] {
        if let id {
            let body = try await place.reading { store, _ in
                try await store.read { try $0.eventBody(EventID(id)) }
            }
            guard let body else { throw Failure(.failed, "there is no event \(id) in the store") }
            return body
        }
        let file = file ?? "-"
        do {
            let handle =
                file == "-"
                ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
            return Array(try handle.read(upToCount: 1_000_000) ?? Data())
        } catch {
            throw Failure(.badInput, "\(file) cannot be read; is it there, and yours to read?")
        }
    }

    static func read(_ bytes: [UInt8]) throws -> ToldEvent {
        do {
            return try ToldEvent(bytes)
        } catch {
            throw Failure(.badInput, "the event \(error)")
        }
    }
}
