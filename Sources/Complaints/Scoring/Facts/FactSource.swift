/// The words by which a language's complaints are sorted, as people edit them.
///
/// Patterns are separated by white space; case and accents do not matter.
/// - `broke` is the whole word, `disappoint*` every word that begins so, `#` any number.
/// - `not_working` is a phrase in which one other word may stand between two; in `by+friday` none may.
/// - A leading `^` marks words that settle a topic or cause, a leading `~` those that only hint at it.
struct FactSource: Sendable {
    var language: String
    var tone: FactTone
    var claim: FactClaim
    var denial: FactDenial
    var threat: FactThreat
    var turn: FactTurn
    /// Deny what follows: "no lawyer needed".
    var negators: String
    /// Take a denial back: "I will not hesitate to sue".
    var reassurers = ""
    /// Phrases whose words mean nothing here: "tennis court".
    var notMeant = ""
    var topics: [Topic: String]
    var causes: [Cause: String]
    var cues: [Cue: String]
    /// "No complaints at all".
    var praise = ""
    var replies: [ReplyPart: String] = [:]
    /// "I", "my": a customer speaks.
    var customer = ""
    /// "We", "our": a company may speak.
    var company = ""
    /// Swear words that people write with stars in them.
    var obscured = ""
}

/// What a pattern stands for.
enum FactSense: Hashable, Sendable {
    case topic(Topic)
    case cause(Cause)
    case cue(Cue)
    case reply(ReplyPart)
    case praise, negator, reassurer, notMeant, customer, company
    /// Praises; something was put right; something goes wrong (`FactTone`).
    case acclaim, solved, trouble
    /// Only a customer says it; greets a company; signs as a household (`FactClaim`).
    case claim, formal, signer
    /// Denies wholly; without; what did not come; takes it back (`FactDenial`).
    case never, without, harm, contrast
    /// Threatens with the law; where something is; what bears names (`FactThreat`).
    case threat, place, named
    /// Likes something; takes praise back (`FactTurn`).
    case liked, turn

    /// Stands in texts of every kind, and does not tell the language.
    var isCommon: Bool {
        switch self {
        case .never, .without, .contrast, .place, .named, .liked, .turn: true
        default: false
        }
    }
}

/// Patterns, and what each of them stands for.
typealias FactList = (words: String, sense: FactSense)

extension FactSource {
    /// Everything that is looked for in the language.
    var lists: [FactList] {
        let own: [FactList] = [
            (negators, .negator), (reassurers, .reassurer), (notMeant, .notMeant), (customer, .customer),
            (company, .company), (praise, .praise),
        ]
        let kinds =
            inOrder(topics).map { ($1, .topic($0)) } + inOrder(causes).map { ($1, .cause($0)) }
            + inOrder(cues).map { ($1, .cue($0)) } + inOrder(replies).map { ($1, FactSense.reply($0)) }
        return own + tone.lists + claim.lists + denial.lists + threat.lists + turn.lists + kinds
    }

    /// In an order of its own, so that the entries, and with them which of two equals is named first, are
    /// those of every other process.
    private func inOrder<Kind: RawRepresentable>(_ lists: [Kind: String]) -> [(key: Kind, value: String)]
    where Kind.RawValue: Comparable {
        lists.sorted { $0.key.rawValue < $1.key.rawValue }
    }
}
