/// Prometheus Alertmanager: `POST /api/v2/alerts`.
///
/// An alert is known by its labels alone, so they hold only what stays: the case, the clock, the source. What
/// may change stands in annotations. An alert that nothing ends by itself fires for a year, since Alertmanager
/// would end it after five minutes and nobody repeats it; the event that ends it has the same labels and
/// `endsAt`. What only happens, once, is gone after a day.
/// Source: prometheus/alertmanager, api/v2/openapi.yaml.
enum AlertmanagerForm {
    static func body(_ event: ToldEvent, _ telling: Telling, _ reader: Reader) -> JSONTree {
        let alerts = alerts(of: event).map { alert -> JSONTree in
            var labels = alert.labels
            labels["alertname"] = alert.name
            labels["instance"] = event.source
            labels["severity"] = alert.severity
            var shown: [String: JSONTree] = [
                "labels": .map(
                    labels.compactMapValues { value in
                        value.flatMap { $0.isEmpty ? nil : .text($0) }
                    }),
                "startsAt": .text(min(event.time, alert.until ?? event.time).description),
                "endsAt": .text((alert.until ?? event.time).description),
            ]
            // An alert that ends keeps what it said.
            if alert.until != nil { shown["annotations"] = annotations(event, telling, reader) }
            if let link = telling.link { shown["generatorURL"] = .text(link.url) }
            return .map(shown)
        }
        return .list(alerts)
    }

    private struct Alert {
        var name: String
        var severity: String
        var labels: [String: String?]
        /// nil ends it now.
        var until: Instant?
    }

    private static func annotations(_ event: ToldEvent, _ telling: Telling, _ reader: Reader) -> JSONTree {
        var words: [String: JSONTree] = ["summary": .text(telling.headline)]
        let facts = telling.facts.map { "\($0.label): \($0.value)" }
        let quote = telling.quote.map { ["“\($0.text)”" + ($0.author.map { " — \($0)" } ?? "")] } ?? []
        let more = telling.moreLine(reader).map { [$0] } ?? []
        let description = (quote + facts + telling.lines + more).joined(separator: "\n")
        if !description.isEmpty { words["description"] = .text(description) }
        words["event"] = .text(event.id)
        if let due = (event.data.clock?.due ?? event.data.case?.due)?.instant {
            words["due"] = .text(due.description)
        }
        return .map(words)
    }

    // MARK: Which alerts fire and which end

    private static let year: Duration = .seconds(365 * 86_400)
    private static let day: Duration = .seconds(86_400)

    private static func alerts(of event: ToldEvent) -> [Alert] {
        let data = event.data
        let subject =
            data.case?.subject ?? data.mention?.subject ?? data.source?.subject
            ?? data.incident?.subject
        func fire(_ name: String, _ severity: String, _ labels: [String: String?]) -> Alert {
            Alert(
                name: name, severity: severity, labels: labels.merging(["subject": subject]) { $1 },
                until: event.time + year)
        }
        func end(_ name: String, _ severity: String, _ labels: [String: String?]) -> Alert {
            var alert = fire(name, severity, labels)
            alert.until = nil
            return alert
        }
        func once(_ name: String, _ severity: String, _ labels: [String: String?]) -> Alert {
            var alert = fire(name, severity, labels)
            alert.until = event.time + day
            return alert
        }
        let number = data.case?.id.map(String.init)
        let ofCase: [String: String?] = ["case": number]
        let near = { (clock: String?) in ("OmbudDeadlineNear", "warning", ["case": number, "clock": clock]) }
        let missed = { (clock: String?) in
            ("OmbudDeadlineMissed", "critical", ["case": number, "clock": clock])
        }
        let promise: [String: String?] = ["case": number, "promise": data.promise?.number.map(String.init)]
        func endClocks(_ isOver: (ToldClock) -> Bool) -> [Alert] {
            (data.case?.clocks ?? []).filter(isOver).flatMap { clock in
                [near(clock.name), missed(clock.name)].map { end($0.0, $0.1, $0.2) }
            }
        }

        switch event.kind {
        case .caseOpened, .caseReopened: return [fire("OmbudCase", "info", ofCase)]
        case .caseWarning:
            let alert = near(data.clock?.name)
            return [fire(alert.0, alert.1, alert.2)]
        case .caseMissed:
            let (before, now) = (near(data.clock?.name), missed(data.clock?.name))
            return [fire(now.0, now.1, now.2), end(before.0, before.1, before.2)]
        case .caseEscalated: return [fire("OmbudCaseEscalated", "critical", ofCase)]
        case .caseDelayed, .caseAnswered:
            // A delay names no clock: whatever runs again is neither near nor missed.
            let isAnswer = event.kind == .caseAnswered
            let over = endClocks { isAnswer ? $0.state != "running" : $0.state == "running" }
            return over.isEmpty ? [once("OmbudCaseNews", "info", ofCase)] : over
        case .caseResolved, .caseClosed, .caseDismissed, .caseMerged:
            return [end("OmbudCase", "info", ofCase), end("OmbudCaseEscalated", "critical", ofCase)]
                + endClocks { _ in true }
        case .promiseAtRisk: return [fire("OmbudPromiseAtRisk", "warning", promise)]
        case .promiseBroken:
            return [
                fire("OmbudPromiseBroken", "critical", promise),
                end("OmbudPromiseAtRisk", "warning", promise),
            ]
        case .promiseKept:
            return [
                end("OmbudPromiseBroken", "critical", promise), end("OmbudPromiseAtRisk", "warning", promise),
            ]
        case .sourceBlind: return [fire("OmbudSourceBlind", "critical", ["source": data.source?.name])]
        case .sourceChanged: return [fire("OmbudSourceChanged", "warning", ["source": data.source?.name])]
        case .sourceRecovered:
            return [
                end("OmbudSourceBlind", "critical", ["source": data.source?.name]),
                end("OmbudSourceChanged", "warning", ["source": data.source?.name]),
            ]
        case .incidentOpened:
            return [fire("OmbudIncident", "critical", ["incident": data.incident?.id.map(String.init)])]
        case .incidentClosed:
            return [end("OmbudIncident", "critical", ["incident": data.incident?.id.map(String.init)])]
        case .endpointDisabled:
            return [once("OmbudEndpointDisabled", "critical", ["endpoint": data.endpoint])]
        case .test: return [once("OmbudTest", "info", ["endpoint": data.endpoint])]
        case .mentionFlagged, .mentionChanged, .mentionVanished, .mentionReappeared:
            return [
                once(
                    "OmbudMention", "info",
                    ["mention": data.mention?.id, "event": event.kind?.lastWord])
            ]
        default:
            return [
                once(
                    "OmbudNews", "info",
                    ["about": event.subject, "event": event.type, "case": number])
            ]
        }
    }
}

extension EventType {
    /// `flagged` of `ombud.mention.flagged`.
    fileprivate var lastWord: String { rawValue.split(separator: ".").last.map(String.init) ?? rawValue }
}
