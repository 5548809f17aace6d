/// The words of one language by which a promise and its time are known. Written with case and accents, `|`
/// between phrases, `*` for any letters; folded as texts are.
struct PromiseWords: Sendable {
    /// Who will do something: verbs in the future, or what makes one of a verb.
    var commits: PromisePhrases
    /// Words that look like one of them.
    var notCommits: PromisePhrases = ""
    /// Within a few words after (or before) a verb, they make a polite formula or something else of it.
    var polite: PromisePhrases
    /// Things that are promised without a verb: a refund within 3 days.
    var nouns: PromisePhrases
    /// What was done, and what the customer is asked or allowed to do.
    var others: PromisePhrases
    var notOthers: PromisePhrases = ""
    var negators: PromisePhrases
    /// It depends on something.
    var conditions: PromisePhrases
    /// What is usual, or holds for everybody.
    var habits: PromisePhrases
    var and: PromisePhrases
    var or: PromisePhrases

    /// Monday first.
    var weekdays: [PromisePhrases]
    /// January first.
    var months: [PromisePhrases]
    var today: PromisePhrases
    var tomorrow: PromisePhrases
    var dayAfterTomorrow: PromisePhrases
    /// Before a day: on, by, until.
    var leads: PromisePhrases
    /// Before a day that is the limit and not part of it.
    var befores: PromisePhrases
    var this: PromisePhrases
    var next: PromisePhrases
    var past: PromisePhrases
    /// From then on, or: of that date.
    var since: PromisePhrases
    /// Whether the name of a day may stand alone.
    var hasBareDays = false

    var within: PromisePhrases
    /// Between that and the number.
    var fillers: PromisePhrases
    var to: PromisePhrases
    var numbers: [(PromisePhrases, Int)]
    var working: PromisePhrases
    var units: [(PromisePhrases, PromiseUnit)]
    var ends: [(PromisePhrases, PromiseEndOf)]
    /// After an hour: o'clock.
    var clock: PromisePhrases
    /// Before an hour: at, by.
    var hourLeads: PromisePhrases
    /// After the number of a day of the month.
    var dayMarks: PromisePhrases = ""
}

enum PromiseUnit: Sendable {
    case minute, hour, day, workingDay, week, month
}

/// A stretch of time that is the limit itself.
enum PromiseEndOf: Sendable {
    case day, week, nextWeek, month, nextMonth
}

extension PromiseWords {
    static func of(_ language: String) -> PromiseWords? {
        switch language.prefix(2) {
        case "en": english
        case "pl": polish
        case "ru", "be": russian
        case "de": german
        case "uk": ukrainian
        case "cs", "sk": czech
        case "es": spanish
        case "fr": french
        default: nil
        }
    }

    static let languages = ["en", "pl", "ru", "de", "uk", "cs", "es", "fr"]
}
