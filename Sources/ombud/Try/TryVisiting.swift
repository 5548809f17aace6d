import ArgumentParser
import Complaints
import Foundation
import Monitor

/// The present, for commands that are given none.
enum SystemClock {
    static var now: Instant { SystemTime().now() }
}

struct TryURL: Trial {
    static let configuration = CommandConfiguration(
        commandName: "url", abstract: "Parses an address (WHATWG) and gives its canonical form.")

    struct Input: Decodable {
        var url: String
        var base: String?
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "What it is relative to.") var base: String?
    @Argument(help: "The address.") var url: String?

    func input() throws -> Input { Input(url: try required(url, "URL"), base: base) }

    func run(_ input: Input) throws -> JSON {
        let base = input.base.flatMap { WebURL($0) }
        // A faulty web address as the base makes every address fail; another kind of base only relative ones.
        let scheme = input.base?.trimmingCharacters(in: .whitespacesAndNewlines).prefix { $0 != ":" }
        let isFaulty = base == nil && ["http", "https"].contains(scheme?.lowercased())
        let url = isFaulty ? nil : WebURL(input.url, base: base)
        return ["href": url?.href, "canonical": url?.canonical]
    }
}

struct TryRobots: Trial {
    static let configuration = CommandConfiguration(
        commandName: "robots", abstract: "Says what a robots.txt allows (RFC 9309).")

    struct Input: Decodable {
        var robots: String
        var agent: String
        var url: String
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "The user agent.") var agent = "Ombud"
    @Argument(help: "A saved robots.txt.") var file: String?
    @Argument(help: "The address asked for.") var url: String?

    func input() throws -> Input {
        let data = try contents(of: try required(file, "FILE"))
        return Input(
            robots: String(decoding: data, as: UTF8.self), agent: agent, url: try required(url, "URL"))
    }

    func run(_ input: Input) throws -> JSON {
        let robots = Robots(input.robots)
        let verdict = robots.verdict(agent: input.agent, url: input.url)
        return [
            "allowed": verdict.allowed, "crawl_delay": robots.crawlDelay(agent: input.agent),
            "line": verdict.line, "sitemaps": robots.sitemaps,
        ]
    }
}

struct TrySign: Trial {
    static let configuration = CommandConfiguration(
        commandName: "sign", abstract: "Signs a webhook (Standard Webhooks).")

    struct Input: Decodable {
        var secret: Secrets
        var id: String
        var timestamp: Timestamp
        var body: String
    }

    /// One, or several while one replaces another: each signs.
    struct Secrets: Decodable {
        var texts: [String]

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let texts = try? value.decode([String].self) {
                self.texts = texts
            } else {
                texts = [try value.decode(String.self)]
            }
        }

        init(_ texts: [String]) { self.texts = texts }
    }

    /// Seconds since 1970 UTC, as a number or as digits.
    struct Timestamp: Decodable {
        var seconds: Int64

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            let digits = try? value.decode(String.self)
            guard let found = (try? value.decode(Int64.self)) ?? digits.flatMap({ Int64($0) }) else {
                throw DecodingError.dataCorruptedError(in: value, debugDescription: Self.wanted)
            }
            seconds = found
        }

        init(_ seconds: Int64) { self.seconds = seconds }

        static let wanted = "whole seconds since 1970 UTC are wanted, such as 1614265330"
        /// The end of the year 9999: the reference libraries read no later time.
        static let latest: Int64 = 253_402_300_799

        /// What is wrong with it, for a sentence; nil when nothing is.
        var fault: String? {
            if seconds < 0 { return "the timestamp is before 1970; \(Self.wanted)" }
            guard seconds > Self.latest else { return nil }
            return "the timestamp is after the year 9999; \(Self.wanted), not milliseconds"
        }
    }

    @Flag(help: "NDJSON in, NDJSON out.") var json = false
    @Option(help: "File that holds the secret, whsec_... or whsk_...") var secretFile: String?
    @Option(help: "The webhook-id.") var id: String?
    @Option(help: "Seconds since 1970 UTC.") var timestamp: Int64?
    @Argument(help: "The body.") var body: String?

    func input() throws -> Input {
        let path = try required(secretFile, "--secret-file")
        let data = try contents(of: path)
        let secret = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return Input(
            secret: Secrets([secret]), id: try required(id, "--id"),
            timestamp: Timestamp(try required(timestamp, "--timestamp")), body: try required(body, "BODY"))
    }

    func run(_ input: Input) throws -> JSON {
        guard !input.secret.texts.isEmpty else { throw Failure(.badInput, "there is no secret") }
        if let fault = input.timestamp.fault { throw Failure(.badInput, fault) }
        let signer: WebhookSigner
        do {
            signer = try WebhookSigner(input.secret.texts.map { Endpoint.Key(Complaints.Secret($0)) })
        } catch {
            throw Failure(.badInput, "the secret \(error)")
        }
        return [
            "signature": try signer.signature(
                id: input.id, timestamp: input.timestamp.seconds, body: Array(input.body.utf8))
        ]
    }
}
