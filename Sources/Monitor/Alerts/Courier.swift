import Complaints
import Storage
import Templates
import Transport

/// Carries one alert to its endpoint: makes the message in the endpoint's form and hands it to what carries
/// such messages.
struct Courier: Sendable {
    let client: HTTPClient
    let addresses: AddressPolicy
    let userAgent: String
    let time: any TimeSource
    /// By the name of the endpoint.
    let signers: [String: WebhookSigner]
    var mail = MailClient()
    var programs = ProgramDesk()

    func deliver(_ alert: DueAlert, to endpoint: Endpoint) async -> Attempt {
        let message: Message
        do {
            message = try endpoint.message(id: alert.event, body: alert.body) {
                template, body, reader throws(MessageFault) in
                try template.filled(with: body, for: reader)
            }
        } catch {
            return .failed("no message can be made of it: \(error)")
        }
        switch message {
        case .http(let message): return await send(message, of: alert, to: endpoint)
        case .mail(let message): return await send(message, to: endpoint)
        case .command(let words, let input, let environment):
            let errand = CommandErrand(
                command: words, input: input, environment: environment, timeout: endpoint.timeout)
            return await programs.run(errand, for: endpoint.name)
        }
    }

    // MARK: HTTP

    private func send(_ message: HTTPMessage, of alert: DueAlert, to endpoint: Endpoint) async -> Attempt {
        var headers = [("Content-Type", message.contentType)]
        if let token = message.token { headers.append(("Authorization", "Bearer " + token.value)) }
        if endpoint.form.isSigned {
            do {
                headers += try signature(of: alert, body: message.body, for: endpoint)
            } catch {
                return .failed("it could not be signed: \(error)")
            }
        }
        var options = endpoint.access
        options.limits = Self.limits(of: endpoint)
        let request = WebRequest(
            method: message.method, url: message.url, headers: headers, body: message.body, options: options,
            isHeadEnough: true, followsRedirects: false, addresses: endpoint.addresses(over: addresses),
            userAgent: userAgent)
        do {
            let response = try await client.send(request)
            let now = time.now()
            let retryAfter = response.header("Retry-After").flatMap { RetryAfter.instant($0, now: now) }
            return endpoint.form.name.attempt(
                ServiceAnswer(status: response.status, retryAfter: retryAfter, body: response.body), now: now)
        } catch {
            return .failed(error.description)
        }
    }

    /// The headers of Standard Webhooks, signed anew for every attempt.
    private func signature(
        of alert: DueAlert, body: [UInt8], for endpoint: Endpoint
    ) throws -> [(String, String)] {
        let timestamp = time.now().milliseconds / 1000
        var headers = [("webhook-id", alert.event.text), ("webhook-timestamp", String(timestamp))]
        if !endpoint.keys.isEmpty {
            guard let signer = signers[endpoint.name] else { throw CannotSign() }
            let signature = try signer.signature(
                id: alert.event.text, timestamp: timestamp, body: body, now: time.now())
            headers.append(("webhook-signature", signature))
        }
        return headers
    }

    /// Asks whether the endpoint wants deliveries (the validation handshake of CloudEvents' HTTP webhook).
    func greet(_ endpoint: Endpoint, from origin: String) async -> Result<Greeting, Greeting.Refusal> {
        var options = endpoint.access
        options.limits = Self.limits(of: endpoint)
        let request = WebRequest(
            method: "OPTIONS", url: endpoint.url,
            headers: [
                ("WebHook-Request-Origin", origin),
                ("WebHook-Request-Rate", String(endpoint.rate ?? Self.usualRate)),
            ], options: options, isHeadEnough: true, followsRedirects: false,
            addresses: endpoint.addresses(over: addresses),
            userAgent: userAgent)
        do {
            let answer = try await client.send(request)
            return Result { () throws(Greeting.Refusal) in
                try Greeting(
                    status: answer.status, origins: answer.headers.all("WebHook-Allowed-Origin"),
                    rate: answer.header("WebHook-Allowed-Rate"), for: origin)
            }
        } catch {
            return .failure(.unreachable(error.description))
        }
    }

    /// Deliveries a minute that a receiver is asked for where its settings name no rate.
    private static let usualRate = 60_000

    // MARK: Mail

    private func send(_ message: MailMessage, to endpoint: Endpoint) async -> Attempt {
        let request = MailRequest(
            server: endpoint.url, sender: message.sender, recipients: message.recipients,
            message: message.bytes, options: endpoint.access, needsTLS: !endpoint.isInsecure,
            timeout: endpoint.timeout, addresses: endpoint.addresses(over: addresses))
        do {
            return .answered(status: try await mail.send(request), retryAfter: nil)
        } catch {
            switch error {
            case .refused: return .refused(error.description)
            case .notNow, .cancelled: return .failed(error.description)
            }
        }
    }

    /// What a receiver answers is not kept; this much of it is read. One that answers 2xx and then a body without
    /// end has taken the alert all the same: nobody is sent it twice for that.
    private static let longestAnswer = 1_000_000

    private static func limits(of endpoint: Endpoint) -> FetchLimits {
        var limits = FetchLimits(
            total: endpoint.timeout, firstByte: endpoint.timeout, pageBytes: longestAnswer)
        // The whole has its time; how quickly an answer comes within it is nobody's concern.
        limits.leastSpeed = 0
        return limits
    }
}

/// The settings were checked before, so that each key makes a signer.
private struct CannotSign: Error, CustomStringConvertible {
    var description: String { "its secret is no key" }
}
