/// Days and times as a reply to a customer writes them.
extension Zone {
    /// `27 November 2026`, with the time where there is one: an end at 24:00 is the day that ends.
    public func publicText(_ instant: Instant, language: String, hasTime: Bool = true) -> String {
        let local = local(instant)
        let isMidnight = local.milliseconds == 0
        let date = isMidnight && hasTime ? local.date.adding(days: -1) : local.date
        let day = Self.day(date, language)
        guard hasTime, !isMidnight else { return day }
        return "\(day), \(Instant.two(Int64(local.milliseconds / 3_600_000))):"
            + Instant.two(Int64(local.milliseconds / 60_000 % 60))
    }

    private static func day(_ date: CivilDate, _ language: String) -> String {
        func named(_ months: String) -> String {
            String(months.split(separator: " ")[date.month - 1])
        }
        switch language.prefix(2) {
        case "en": return "\(date.day) \(named(english)) \(date.year)"
        case "pl": return "\(date.day) \(named(polish)) \(date.year)"
        case "ru": return "\(date.day) \(named(russian)) \(date.year)"
        case "uk": return "\(date.day) \(named(ukrainian)) \(date.year)"
        case "de": return "\(date.day). \(named(german)) \(date.year)"
        case "cs": return "\(date.day). \(named(czech)) \(date.year)"
        case "es": return "\(date.day) de \(named(spanish)) de \(date.year)"
        case "fr": return "\(date.day) \(named(french)) \(date.year)"
        default: return date.description
        }
    }

    private static let english =
        "January February March April May June July August September October November December"
    private static let polish =
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
    private static let russian =
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    private static let ukrainian =
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня"
    private static let german =
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
    private static let czech =
        "ledna února března dubna května června července srpna září října listopadu prosince"
    private static let spanish =
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    private static let french =
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
}
