/// The BCP 47 primary tag of the language a text is written in; nil when the text is too short to tell.
public func recognisedLanguage(of text: String) -> String? {
    nil
}
