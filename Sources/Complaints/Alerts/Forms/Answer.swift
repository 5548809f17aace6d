import Foundation

/// What an HTTP service answered to a message, and what that means there.
public struct ServiceAnswer: Sendable {
    public var status: Int
    /// Of the header, seconds or a date already reckoned.
    public var retryAfter: Instant?
    public var body: [UInt8]

    public init(status: Int, retryAfter: Instant? = nil, body: [UInt8] = []) {
        self.status = status
        self.retryAfter = retryAfter
        self.body = body
    }
}

extension AlertForm.Name {
    /// Each service has its own way to say "slower" and "why": Telegram in `parameters.retry_after`, Discord
    /// in `retry_after` with fractions, Matrix in `retry_after_ms`; Teams says 200 to a message that its own
    /// other half refused.
    public func attempt(_ answer: ServiceAnswer, now: Instant) -> Attempt {
        guard self != .cloudEvents, self != .template else {
            return .answered(status: answer.status, retryAfter: answer.retryAfter)
        }
        let said = Said(answer.body)
        var status = answer.status
        if self == .teams, status == 200, let real = said.statusInText { status = real }
        let wait = said.wait(of: self)
        let retryAfter = [answer.retryAfter, wait.map { now + $0 }].compactMap(\.self).max()
        switch status {
        case 200..<300:
            if self == .telegram, said.json["ok"] as? Bool == false { break }
            return .answered(status: status, retryAfter: retryAfter)
        // These say something of the endpoint, not of the message.
        case 300..<400, 410, 429, 502, 503, 504:
            return .answered(status: status, retryAfter: retryAfter)
        default: break
        }
        let words = said.words.isEmpty ? "" : ": " + said.words
        return .failed("it answered \(status)" + words)
    }
}

/// The body of an answer: JSON where it is that, and what it says to people.
private struct Said {
    let json: [String: Any]
    let text: String

    init(_ body: [UInt8]) {
        json = (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any] ?? [:]
        text = String(decoding: body.prefix(2000), as: UTF8.self).onOneLine
    }

    /// The sentence of the service, at most 200 characters; nothing of a page of HTML.
    var words: String {
        let keys = ["description", "message", "error", "errcode"]
        let said = keys.lazy.compactMap { json[$0] as? String }.first { !$0.isEmpty }
        return (said ?? (json.isEmpty && !text.hasPrefix("<") ? text : "")).onOneLine.shortened(to: 200)
    }

    func wait(of service: AlertForm.Name) -> Duration? {
        let seconds: Double?
        switch service {
        case .telegram:
            seconds = ((json["parameters"] as? [String: Any])?["retry_after"] as? NSNumber)?.doubleValue
        case .discord: seconds = (json["retry_after"] as? NSNumber)?.doubleValue
        case .matrix: seconds = (json["retry_after_ms"] as? NSNumber).map { $0.doubleValue / 1000 }
        default: seconds = nil
        }
        guard let seconds, seconds > 0, seconds.isFinite else { return nil }
        return .milliseconds(Int64(min(seconds, 86_400) * 1000))
    }

    /// `... Microsoft Teams endpoint returned HTTP error 429 ...`
    var statusInText: Int? {
        guard let mark = text.firstRange(of: "HTTP error ") else { return nil }
        return Int(text[mark.upperBound...].prefix(3))
    }
}
