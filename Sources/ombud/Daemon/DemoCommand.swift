import ArgumentParser
import Complaints
import Demo
import Foundation
import Logging
import Monitor
import Reading
import Settings
import Storage

struct DemoCommand: OmbudCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Shows everything on this machine, with no network and no set-up.",
        discussion: """
            Serves a bundled complaint site and a webhook receiver on loopback, runs the daemon against them, \
            lets a customer complain, edit, repeat it elsewhere and be answered, and prints the inbox, the cases \
            and the alerts received. Exit 0 only when all of it was seen. With --site only the site is served, for \
            a watchlist of your own to be tried on.
            """)

    @Flag(help: "Only serves the site until it is stopped, and prints the addresses of its pages.")
    var site = false
    @Option(help: "The port of the site; a free one where none is named.") var port: UInt16 = 0

    func perform() async throws {
        if site { return try await serveSite() }
        let stage = try await DemoStage()
        do {
            try await stoppable { try await stage.play() }
            try await stage.close()
        } catch {
            try await stage.close()
            throw error
        }
    }
}

extension DemoCommand {
    private func serveSite() async throws {
        let (site, port) = (DemoSite(now: SystemTime().now()), Int(port))
        do {
            _ = try await site.start(port: port)
        } catch {
            throw Failure(.unreachable, "port \(port) of 127.0.0.1 cannot be opened: \(error)")
        }
        for page in DemoPage.allCases { print(try await site.url(of: page)) }
        fflush(nil)
        try await stoppable { while true { try await Task.sleep(for: .seconds(3600)) } }
    }
}

/// The demo's site, receiver, folder and store.
private struct DemoStage: Sendable {
    let site: DemoSite
    let receiver = WebhookReceiver()
    let folder: URL
    let settings: DemoSettings
    let wiring: Wiring
    let store: any Store

    /// How long each act of the story may take to be seen.
    static let patience: Duration = .seconds(15)

    init() async throws {
        let now = SystemTime().now()
        site = DemoSite(now: now)
        folder = FileManager.default.temporaryDirectory.appending(path: "ombud-demo-\(getpid())")
        _ = try await site.start()
        try await receiver.start()
        var chance = SystemRandomNumberGenerator()
        settings = DemoSettings(
            folder: folder, site: try await site.url(), receiver: await receiver.url ?? "",
            secret: DemoSettings.newSecret(using: &chance), now: now)
        try settings.write()
        wiring = Wiring(
            configuration: try loadConfiguration(
                folder: folder, environment: [:], selectorFault: { selectorFault($0) }),
            model: try ShippedModel.load())
        store = try wiring.openStore(.own)
    }

    func close() async throws {
        await site.stop()
        await receiver.stop()
        try await store.close()
        try FileManager.default.removeItem(at: folder)
    }

    func play() async throws {
        let daemon = wiring.daemon(
            store: store, node: "demo", notifier: Notifier(environment: [:]), logger: Log.make(.error))
        let running = Task { try await daemon.run() }
        let told: CaseID
        do {
            told = try await tell()
        } catch {
            running.cancel()
            _ = await running.result
            throw error
        }
        running.cancel()
        _ = await running.result
        try await show(told)
    }

    // MARK: The story

    /// - Returns: the case that the story opens.
    private func tell() async throws -> CaseID {
        let time = wiring.time
        let sources = wiring.configuration.sources.count
        say(
            "The site is at \(try await site.url()): \(sources) pages in English, Polish and Russian, each read in another way."
        )
        try await wait("every page is read") { session -> Bool? in
            try session.sourceStatuses().allSatisfy {
                $0.coverage.health == .fine && $0.coverage.usualRecords > 0
            }
                ? true : nil
        }
        let post = await site.publish(DemoStory.complaint, on: DemoStory.firstPage, at: time.now())
        say("\(post.author) complains on \(DemoStory.firstPage.source): “\(post.title)”.")
        let id = try await wait("the complaint opens a case") { session in
            try session.mentions().first { $0.author == post.author && $0.caseID != nil }
        }.id
        _ = try await site.edit(post.id, text: DemoStory.editedText, at: time.now())
        say("She edits it.")
        try await wait("the edit is a second revision of \(id)") { session -> Bool? in
            try session.mention(id).flatMap { $0.revisionCount == 2 ? true : nil }
        }
        _ = try await site.crossPost(post.id, to: DemoStory.secondPage, at: time.now())
        say("She posts it again on \(DemoStory.secondPage.source).")
        let twin = try await wait("the second post joins the same case") { session -> Mention? in
            guard let first = try session.mention(id) else { return nil }
            return try session.mentions(in: first.cluster).first { $0.id != id && $0.caseID == first.caseID }
        }
        say("\(twin.id) is \(id) again: one cluster, one case.")
        _ = try await site.reply(to: post.id, text: DemoStory.reply, at: time.now())
        say("The shop answers in public.")
        let caseID = try await wait("the answer is seen and stops the clock") { session -> CaseID? in
            guard let caseID = try session.mention(id)?.caseID, try session.case(caseID)?.state == .answered,
                try session.clocks(of: caseID).contains(where: { $0.name == "answer" && $0.state == .met })
            else { return nil }
            return caseID
        }
        let wanted = try await eventsOfCase(caseID)
        let isHeard = await receiver.wait(atMost: Self.patience) { deliveries in
            let received = Set(deliveries.compactMap(\.id))
            return wanted.isSubset(of: received)
        }
        guard isHeard else {
            throw Failure(.failed, "the receiver did not get every alert of case \(caseID)")
        }
        return caseID
    }

    private func eventsOfCase(_ id: CaseID) async throws -> Set<String> {
        let alerts = try await store.read { try $0.alerts() }
        let wanted: Set<EventType> = [.caseOpened, .caseReplySeen, .caseAnswered]
        let events = alerts.filter { $0.subject == "case/\(id.number)" }
        guard wanted.isSubset(of: Set(events.map(\.type))) else {
            throw Failure(.failed, "case \(id) lacks an event of \(wanted.map(\.rawValue).sorted())")
        }
        return Set(events.map(\.event.text))
    }

    // MARK: What a person wants to see

    private func show(_ told: CaseID) async throws {
        let now = wiring.time.now()
        let (inbox, cases, sheet) = try await store.read { session in
            (
                try ListedMention.all(
                    try session.mentionIDs(.inbox, order: MentionOrder(.priority), now: now), in: session),
                try ListedCase.all(try session.caseIDs(now: now), in: session),
                try CaseSheet(told, in: session)
            )
        }
        print(
            "\n" + Screen.bold("Inbox: \(inbox.count) flagged mentions, the most urgent first (ombud inbox)"))
        show(Array(inbox.prefix(Self.mostLines)).table(at: now), of: inbox.count)
        print("\n" + Screen.bold("Cases with their deadlines (ombud case list)"))
        var table = Table("CASE", "STATE", "ANSWER DUE", "CLOCK", "LEFT", "SOURCE", "TEXT")
        for item in cases.prefix(Self.mostLines) {
            let clock = item.clocks.first
            table.add(
                item.found.id.description, item.found.state.rawValue, Times.short(clock?.reading.due),
                clock?.state ?? "-", item.left(at: now), item.mention?.source.name ?? "-",
                item.mention?.content.title ?? item.mention?.content.text ?? "-")
        }
        show(table, of: cases.count)
        print("\n" + Screen.bold("Case \(told), the one told above (ombud case show \(told.number))"))
        for clock in sheet.clocks {
            print("\(clock.sentence), \(sheet.mentions.count) mentions")
        }
        sheet.showTimeline()
        try await showAlerts()
        guard !inbox.isEmpty, !cases.isEmpty else {
            throw Failure(.failed, "the inbox or the queue is empty")
        }
    }

    private func showAlerts() async throws {
        let deliveries = await receiver.deliveries
        let signer = try WebhookSigner(secret: settings.secret.value)
        var received: [String: (count: Int, verified: Int)] = [:]
        for delivery in deliveries {
            let type =
                (try? JSONDecoder().decode(EventType.Named.self, from: Data(delivery.body)))?.type ?? "?"
            received[type, default: (0, 0)].count += 1
            if Self.isSigned(delivery, by: signer) { received[type]?.verified += 1 }
        }
        print(
            "\n" + Screen.bold("Alerts that the webhook receiver got: \(deliveries.count) (ombud alert list)")
        )
        var table = Table("TYPE", "RECEIVED", "SIGNATURE VERIFIED")
        for (type, counts) in received.sorted(by: { $0.key < $1.key }) {
            table.add(type, String(counts.count), String(counts.verified))
        }
        show(table, of: received.count)
        let wrong = received.values.reduce(0) { $0 + $1.count - $1.verified }
        guard wrong == 0, !deliveries.isEmpty else {
            throw Failure(.failed, "\(wrong) of \(deliveries.count) alerts carried a wrong signature")
        }
        print(
            "\nEverything was seen: the complaint, its edit, its cross-post, the answer, and "
                + "\(deliveries.count) alerts, each with a verified signature.")
    }

    private static func isSigned(_ delivery: WebhookReceiver.Delivery, by signer: WebhookSigner) -> Bool {
        guard let id = delivery.id, let signature = delivery.header("webhook-signature"),
            let timestamp = delivery.header("webhook-timestamp").flatMap({ Int64($0) })
        else { return false }
        return signer.verifies(signature, id: id, timestamp: timestamp, body: delivery.body)
    }

    /// Tables of the demo are cut to a page, also where there is no terminal.
    private static let mostLines = 8

    private func show(_ table: Table, of count: Int) {
        print(table.text(width: Screen.width ?? 110))
        if table.rows.count < count { print("... and \(count - table.rows.count) more") }
    }

    private func say(_ text: String) { print("  " + text) }

    /// Waits for something to be so in the store.
    @discardableResult
    private func wait<T: Sendable>(
        _ what: String, _ look: @escaping @Sendable (any Session) throws -> T?
    ) async throws -> T {
        let end = wiring.time.now() + Self.patience
        while wiring.time.now() < end {
            if let found = try await store.read(look) {
                print(Screen.bold("✓ ") + what)
                return found
            }
            try await wiring.time.sleep(for: .milliseconds(100))
        }
        throw Failure(.failed, "it was not seen within \(Self.patience.setting) that \(what)")
    }

}

extension EventType {
    /// The part of an event's body that the demo looks at.
    fileprivate struct Named: Decodable {
        var type: String
    }
}
