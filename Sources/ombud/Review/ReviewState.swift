import Complaints
import Monitor

/// What somebody sees and can do while going through the inbox: events in, acts out. Knows no terminal and no
/// store.
struct ReviewState: Sendable {
    var queue = ReviewQueue()
    var sheet: ReviewSheet?
    /// How many mentions wait for a decision.
    var left = 0
    var done = 0
    var mode = Mode.looking
    var message = ""
    /// The last message says why something was not done.
    var isRefusal = false
    var steps: [DeskStep] = []
    var scroll = 0
    var isDetailed = false
    /// Owners of open cases, the busiest first.
    var owners: [String] = []
    private var lastReason: String?
    private var isGoingBack = false

    enum Mode: Hashable, Sendable {
        /// Before the first answer of the store.
        case starting
        case looking
        case help
        case asking(ReviewQuestion, LineEditor)
        /// Nothing more to show.
        case atEnd
    }

    enum Event: Sendable {
        case key(Key)
        /// A whole line, where lines are read.
        case line(String)
        case fetched([MentionID], left: Int)
        case shown(ReviewSheet, left: Int)
        /// There is no such mention any more.
        case gone(MentionID)
        case did(DeskStep)
        case tookBack(DeskStep)
        case refused(String)
        /// A step that cannot be taken back any more.
        case lost(String)
        /// Somebody else was quicker.
        case decided(MentionID, Mention.Review)
        case told(String)
    }

    enum Act: Hashable, Sendable {
        case fetch(skipping: Int)
        case show(MentionID)
        case decide(MentionID, Mention.Decision, why: String?)
        case merge(MentionID, with: MentionID)
        case take(CaseID, from: String?)
        case assign(CaseID, to: String, from: String?)
        case note(CaseID, String)
        case snooze(MentionID, until: String)
        case open(String)
        case takeBack(DeskStep)
        case redraw, suspend, quit
        case interrupt
    }

    mutating func start() -> [Act] {
        mode = .starting
        return [.fetch(skipping: 0)]
    }

    mutating func handle(_ event: Event) -> [Act] {
        switch event {
        case .key(let key): return take(key)
        case .line(let line): return take(line)
        case .fetched(let ids, let left):
            self.left = left
            queue.add(ids)
            return showCurrent(mayFetch: false)
        case .shown(let sheet, let left): return show(sheet, left: left)
        case .gone(let id):
            say("\(id) is gone")
            queue.settle(id)
            return goOn()
        case .did(let step): return did(step)
        case .tookBack(let step): return tookBack(step)
        case .refused(let why):
            say(why, isRefusal: true)
            return []
        case .lost(let why):
            _ = steps.popLast()
            say(why, isRefusal: true)
            return []
        case .decided(let id, let review):
            say("\(id) was \(review.decision.rawValue) by \(review.by), \(Times.short(review.at))")
            queue.settle(id)
            return goOn()
        case .told(let text):
            say(text)
            return []
        }
    }

    mutating func say(_ text: String, isRefusal: Bool = false) {
        message = text
        self.isRefusal = isRefusal
    }

    // MARK: Where we are

    mutating func goOn() -> [Act] {
        isGoingBack = false
        queue.goOn()
        return showCurrent(mayFetch: true)
    }

    mutating func goBack() -> [Act] {
        isGoingBack = true
        guard queue.goBack() else {
            say("this is the first", isRefusal: true)
            return []
        }
        return showCurrent(mayFetch: true)
    }

    private mutating func showCurrent(mayFetch: Bool) -> [Act] {
        (scroll, isDetailed) = (0, false)
        if let id = queue.current { return [.show(id)] }
        if mayFetch { return [.fetch(skipping: queue.passedOver)] }
        sheet = nil
        mode = .atEnd
        return []
    }

    private mutating func show(_ sheet: ReviewSheet, left: Int) -> [Act] {
        self.left = left
        let id = sheet.mention.id
        if let review = sheet.mention.review, !queue.settled.contains(id), !isGoingBack {
            return handle(.decided(id, review))
        }
        self.sheet = sheet
        mode = .looking
        return []
    }

    // MARK: What was done

    private mutating func did(_ step: DeskStep) -> [Act] {
        steps.append(step)
        say(step.sentence + " (u takes it back)")
        switch step {
        case .decided, .merged, .snoozed:
            if let id = step.mention { queue.settle(id) }
            done += 1
            return goOn()
        case .handed, .noted: return queue.current.map { [.show($0)] } ?? []
        }
    }

    private mutating func tookBack(_ step: DeskStep) -> [Act] {
        _ = steps.popLast()
        say("taken back: " + step.sentence)
        if let id = step.mention {
            done -= 1
            queue.unsettle(id)
            queue.go(to: id)
        }
        (scroll, isDetailed) = (0, false)
        return showCurrent(mayFetch: false)
    }

    mutating func takeBack() -> [Act] {
        guard let step = steps.last else {
            say("nothing to take back", isRefusal: true)
            return []
        }
        return [.takeBack(step)]
    }

    // MARK: Questions

    mutating func ask(_ question: ReviewQuestion) -> [Act] {
        mode = .asking(question, LineEditor())
        say("")
        return []
    }

    var choices: [String] {
        guard case .asking(let question, _) = mode else { return [] }
        return question.choices(owners: owners)
    }

    /// What Enter alone means.
    var proposal: String? {
        guard case .asking(let question, _) = mode else { return nil }
        return question == .reason ? lastReason : nil
    }

    mutating func answer(_ text: String, to question: ReviewQuestion) -> [Act] {
        let text = text.oneLine
        mode = .looking
        guard let mention = sheet?.mention, !text.isEmpty else {
            say("nothing was done")
            return []
        }
        switch question {
        case .reason:
            lastReason = text
            return [.decide(mention.id, .dismissed, why: text)]
        case .note: return sheet?.handled.map { [.note($0.id, text)] } ?? []
        case .owner: return sheet?.handled.map { [.assign($0.id, to: text, from: $0.owner)] } ?? []
        case .until: return [.snooze(mention.id, until: text)]
        case .twin:
            guard let twin = MentionID(text: text.lowercased()) else {
                say("\(text) is no mention; write m1234", isRefusal: true)
                return []
            }
            return [.merge(mention.id, with: twin)]
        }
    }
}
