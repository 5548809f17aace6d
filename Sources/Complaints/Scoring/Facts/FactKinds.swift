/// What a complaint is about. The names are stored and sent: they never change.
public enum Topic: String, CaseIterable, Hashable, Sendable, Codable {
    case product, delivery, service, staff, price, refund, warranty, app, privacy
    /// A complaint about something else.
    case other
}

/// What went wrong between the company and its customer. The names are stored and sent: they never change.
public enum Cause: String, CaseIterable, Hashable, Sendable, Codable {
    /// Nobody answers, calls back, comes.
    case leftAlone = "left alone"
    case humiliated
    case notInformed = "not informed"
    /// An answer came and had nothing to do with what was said.
    case notHeard = "not heard"
    /// A promise without a date, or not kept.
    case vaguePromise = "vague promise"
    /// Sent from one to the other; it is somebody else's fault, or the customer's own.
    case blamedOnOthers = "blamed on others"
    case productFault = "product fault"
    /// What was bought does not work for everybody: no network, no site, no power.
    case outage
    case overcharged
    case late
    /// Something else came, a part is missing, a mistake was made.
    case mistake
    /// Told or shown other than it is; cheated.
    case misled
    /// What the customer asks for is turned down: a refund, a repair, a claim.
    case refused
    /// An account, a card or money out of the customer's reach.
    case blocked
}

/// What a text threatens, asks for, warns of or tells beside its complaint.
public enum Cue: String, CaseIterable, Hashable, Sendable, Codable {
    /// Appeals to the law: a statute, a court, a lawyer, the police, a regulator, an ombudsman, a chargeback.
    case legal
    /// Will tell the press, or everybody.
    case media
    /// Wants money back.
    case refund
    /// Names a day by which something must happen.
    case deadline
    case urgent
    case safety
    case swearing
    case question
    /// Something was promised and did not happen.
    case brokenPromise = "broken promise"
    /// Money lost, taken or out of reach.
    case money
    /// A child, somebody old, ill, disabled or pregnant.
    case vulnerable
    /// Many people are concerned.
    case many
    /// Not the first time.
    case repeated
    /// It has lasted for long.
    case longSince = "long since"

    /// What it adds to the score's logit.
    var weight: Double {
        switch self {
        case .legal: 0.8
        case .media: 0.5
        case .refund: 0.4
        case .deadline, .urgent: 0.2
        case .safety: 0.5
        case .swearing: 0.7
        case .question: 0.1
        case .brokenPromise, .money: 0.5
        case .repeated, .longSince: 0.3
        case .vulnerable, .many: 0
        }
    }

    /// The reason as people read it.
    public func reason(_ found: String) -> String {
        switch self {
        case .legal: "appeals to the law: \"\(found)\""
        case .media: "will make it public: \"\(found)\""
        case .refund: "asks for money back: \"\(found)\""
        case .deadline: "sets a deadline: \"\(found)\""
        case .urgent: "is urgent: \"\(found)\""
        case .safety: "speaks of health or safety: \"\(found)\""
        case .swearing: "swears"
        case .question: "asks a question"
        case .brokenPromise: "a promise was not kept: \"\(found)\""
        case .money: "money is lost or out of reach: \"\(found)\""
        case .vulnerable: "concerns somebody vulnerable: \"\(found)\""
        case .many: "concerns many: \"\(found)\""
        case .repeated: "not the first time: \"\(found)\""
        case .longSince: "has lasted for long: \"\(found)\""
        }
    }
}

/// What the parts of a company's own reply do.
enum ReplyPart: UInt8, CaseIterable, Sendable {
    /// "Dear Sir".
    case salutation
    /// "Thank you for your feedback", "we are sorry": in the first person plural.
    case thanks, apology
    /// "We have passed it on to the department".
    case handling
    /// "Please contact us at".
    case invitation
    /// "Kind regards, your team".
    case signature
    /// "Your comments", "your experience": the other's words.
    case yours
    /// "Reply", where it opens the text and a colon follows.
    case heading
}
