/// Who reads what an endpoint is sent: in which language, by which clock.
public struct Reader: Hashable, Sendable {
    public var language: Language
    /// In which times are written out.
    public var zone: Zone

    /// The languages that Ombud speaks to staff.
    public enum Language: String, Hashable, Sendable, CaseIterable { case en, de, pl, ru }

    public static let usual = Reader(language: .en, zone: .utc)

    public init(language: Language = .en, zone: Zone = .utc) {
        self.language = language
        self.zone = zone
    }
}
