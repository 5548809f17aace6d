/// Every figure on `/metrics`: its name, what it is, and by what its samples are told apart.
///
/// docs/operations.md, the dashboard and the alert rules name no other; a test compares them.
public struct Metric: Hashable, Sendable {
    public enum Kind: String, Sendable { case counter, gauge, histogram }

    public let name: String
    public let kind: Kind
    public let labels: [String]
    /// One sentence without its stop.
    public let help: String

    init(_ name: String, _ kind: Kind, _ labels: [String] = [], _ help: String) {
        self.name = name
        self.kind = kind
        self.labels = labels
        self.help = help
    }

    static let build = Metric("ombud_build_info", .gauge, ["version"], "The version that runs; always 1")
    static let refused = Metric(
        "ombud_configuration_refused", .gauge, [],
        "1 while the last reload was refused and the configuration before it is in force")
    static let ticks = Metric(
        "ombud_schedule_turns_total", .counter, [], "Turns of the schedule: it looked for what is due")

    static let visits = Metric(
        "ombud_visits_total", .counter, ["outcome"],
        "Visits to sources: complete, unchanged, partial or failed, by the daemon and by hand")
    static let visitTime = Metric(
        "ombud_visit_duration_seconds", .histogram, [],
        "What a visit took, the waits for its host's turn included")
    static let requests = Metric("ombud_requests_total", .counter, [], "Requests that visits made")
    static let bytes = Metric("ombud_fetched_bytes_total", .counter, [], "Bytes that visits fetched")
    static let pages = Metric("ombud_pages_total", .counter, [], "Pages that visits looked at")
    static let records = Metric("ombud_records_total", .counter, [], "Records read from pages")
    static let newMentions = Metric(
        "ombud_mentions_new_total", .counter, [], "Mentions that visits found for the first time")
    static let changedMentions = Metric(
        "ombud_mentions_changed_total", .counter, [],
        "Mentions of which visits found another wording, rating or reply")
    static let sources = Metric(
        "ombud_sources", .gauge, ["health"], "Watched sources by health; paused ones are counted apart")
    static let paused = Metric("ombud_sources_paused", .gauge, [], "Sources that people paused")
    static let gaps = Metric("ombud_gaps_open", .gauge, [], "Gaps that are being read back")
    static let scheduleLag = Metric(
        "ombud_schedule_lag_seconds", .gauge, [],
        "For how long the visit is overdue that waits for longest; 0 when none is")

    static let mentions = Metric("ombud_mentions_total", .counter, [], "Mentions ever stored")
    static let inbox = Metric("ombud_inbox_mentions", .gauge, [], "Flagged mentions that nobody reviewed yet")
    static let decisions = Metric(
        "ombud_decisions_total", .counter, ["decision"], "What staff decided about mentions")
    static let cases = Metric("ombud_cases", .gauge, ["state"], "Cases by state")
    static let opened = Metric("ombud_cases_opened_total", .counter, [], "Cases ever opened")
    static let overdue = Metric(
        "ombud_cases_overdue", .gauge, [], "Open cases with a clock that was due before now")
    static let acts = Metric(
        "ombud_case_entries_total", .counter, ["what"],
        "Entries on the timelines of cases: what staff did and what Ombud saw")
    static let incidents = Metric("ombud_incidents_open", .gauge, [], "Incidents that are not over")
    static let running = Metric("ombud_clocks_running", .gauge, [], "Clocks that run")
    static let missed = Metric(
        "ombud_clocks_missed", .gauge, [], "Clocks of open cases that were missed and are still awaited")
    static let nearest = Metric(
        "ombud_clock_nearest_due_timestamp_seconds", .gauge, [],
        "When the running clock is due that is due first; no sample when none runs")

    static let posted = Metric(
        "ombud_alerts_total", .counter, ["endpoint"], "Alerts laid out for an endpoint")
    static let waiting = Metric(
        "ombud_alerts_waiting", .gauge, ["endpoint"], "Alerts still to be delivered")
    static let held = Metric(
        "ombud_alerts_held", .gauge, ["endpoint"],
        "Alerts that wait for a better time: quiet hours, a silence, a group, a budget")
    static let dead = Metric("ombud_alerts_dead", .gauge, ["endpoint"], "Dead letters")
    static let outboxLag = Metric(
        "ombud_outbox_lag_seconds", .gauge, ["endpoint"],
        "For how long the alert is due that waits for longest; 0 when none is")
    static let disabled = Metric(
        "ombud_endpoint_disabled", .gauge, ["endpoint"], "1 while nothing is sent there until staff enable it"
    )
    static let deliveries = Metric(
        "ombud_deliveries_total", .counter, ["endpoint", "outcome"],
        "Attempts at a delivery: taken, refused (another answer than 2xx) or failed (no answer)")
    static let deliveryTime = Metric(
        "ombud_delivery_duration_seconds", .histogram, ["endpoint"], "What an attempt at a delivery took")

    static let storeSize = Metric("ombud_store_size_bytes", .gauge, [], "Bytes of the store's file")
    static let storeLog = Metric(
        "ombud_store_wal_bytes", .gauge, [], "Bytes of the write-ahead log beside the store")
    static let storeRoom = Metric("ombud_store_free_bytes", .gauge, [], "Bytes free where the store lies")
    static let storeWrites = Metric(
        "ombud_store_write_duration_seconds", .histogram, [],
        "What a transaction of the daemon took, the wait for the disk included")
    static let storeBusy = Metric(
        "ombud_store_busy_total", .counter, [],
        "Transactions of the daemon that gave up because another process held the store")
    static let storeUnwritable = Metric(
        "ombud_store_unwritable_total", .counter, [],
        "Transactions of the daemon that could not be written: no room, read-only, a failing disk")

    static let resident = Metric(
        "process_resident_memory_bytes", .gauge, [], "Resident memory size in bytes")
    static let cpu = Metric(
        "process_cpu_seconds_total", .counter, [], "Total user and system CPU time spent in seconds")
    static let descriptors = Metric("process_open_fds", .gauge, [], "Number of open file descriptors")
    static let started = Metric(
        "process_start_time_seconds", .gauge, [], "Start time of the process since unix epoch in seconds")

    public static let all: [Metric] = [
        build, refused, ticks, visits, visitTime, requests, bytes, pages, records, newMentions,
        changedMentions, sources, paused, gaps, scheduleLag, mentions, inbox, decisions, cases, opened,
        overdue,
        acts, incidents, running, missed, nearest, posted, waiting, held, dead, outboxLag, disabled,
        deliveries,
        deliveryTime, storeSize, storeLog, storeRoom, storeWrites, storeBusy, storeUnwritable, resident, cpu,
        descriptors, started,
    ]
}
