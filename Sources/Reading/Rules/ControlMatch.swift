/// The states of links and form controls of a page at rest: HTML, 4.16.3.
import CXML2

extension SelectorMatcher {
    mutating func matches(_ node: Node, _ state: ControlState) -> Bool {
        switch state {
        case .link, .anyLink: return node.attribute("href") != nil && node.isAny(["a", "area"])
        case .checked: return node.isChecked
        case .disabled: return node.isDisablable && node.isDisabled
        case .enabled: return node.isDisablable && !node.isDisabled
        case .required: return node.isInput && node.attribute("required") != nil
        case .optional: return node.isInput && node.attribute("required") == nil
        case .readWrite: return node.isReadWrite
        case .readOnly: return !node.isReadWrite
        case .placeholderShown: return node.showsPlaceholder
        case .default: return node.isChecked || isDefaultButton(node)
        case .indeterminate: return isIndeterminate(node)
        case .inRange: return node.range == true
        case .outOfRange: return node.range == false
        case .valid: return node.isInput && !isInvalid(node)
        case .invalid: return node.isInput && isInvalid(node)
        case .defined: return !node.name.string.contains("-")
        case .open: return node.attribute("open") != nil && node.isAny(["details", "dialog"])
        }
    }

    private func isInvalid(_ node: Node) -> Bool {
        if node.range == false { return true }
        guard node.attribute("required") != nil, !node.isDisabled, node.attribute("readonly") == nil else {
            return false
        }
        if node.name == "textarea" { return node.plainText.isEmpty }
        if node.name == "select" { return false }
        if node.inputType == "checkbox" { return node.attribute("checked") == nil }
        return node.attribute("value")?.isEmpty ?? true
    }

    /// The first button of a form that would send it.
    private mutating func isDefaultButton(_ node: Node) -> Bool {
        guard node.sendsForm, let form = node.form else { return false }
        var at = form.following(within: form)
        while let other = at, budget > 0 {
            budget -= 1
            if other.isElement, other.sendsForm, other.form == form { return other == node }
            at = other.following(within: form)
        }
        return false
    }

    private mutating func isIndeterminate(_ node: Node) -> Bool {
        if node.name == "progress" { return node.attribute("value") == nil }
        guard node.name == "input" else { return false }
        if node.inputType == "checkbox" { return node.attribute("indeterminate") != nil }
        guard node.inputType == "radio", let name = node.string("name"), !name.isEmpty else {
            return node.inputType == "radio" && node.attribute("checked") == nil
        }
        // Of the group of buttons with the same name in the same form none is checked.
        var top = node
        while let up = top.parent { top = up }
        let form = node.form
        let area = form ?? top
        var at = area.following(within: area)
        while let other = at, budget > 0 {
            budget -= 1
            if other.isElement, other.name == "input", other.inputType == "radio",
                other.attribute("checked") != nil, other.string("name") == name, other.form == form
            {
                return false
            }
            at = other.following(within: area)
        }
        return true
    }
}

extension Node {
    fileprivate func isAny(_ names: [StaticString]) -> Bool {
        let mine = name
        return names.contains { mine == $0 }
    }

    fileprivate var inputType: String { string("type")?.lowercased() ?? "" }
    fileprivate var isInput: Bool { isAny(["input", "select", "textarea"]) }

    fileprivate var isChecked: Bool {
        if name == "option" { return attribute("selected") != nil }
        return name == "input" && attribute("checked") != nil && ["checkbox", "radio"].contains(inputType)
    }

    fileprivate var isDisablable: Bool {
        if name == "input" { return inputType != "hidden" }
        return isAny(["button", "select", "textarea", "option", "optgroup", "fieldset"])
    }

    /// By itself, or by what it lies in: HTML, 4.10.18.5.
    fileprivate var isDisabled: Bool {
        if attribute("disabled") != nil { return true }
        if name == "option" {
            return parent.map { $0.name == "optgroup" && $0.attribute("disabled") != nil } ?? false
        }
        guard !(name == "optgroup") else { return false }
        var inside = self
        var at = parent
        while let up = at {
            if up.name == "fieldset", up.attribute("disabled") != nil {
                // What lies in the first legend stays as it is.
                var first = up.firstElement
                while let child = first, !(child.name == "legend") { first = child.nextElement }
                if !(inside.name == "legend" && inside == first) { return true }
            }
            inside = up
            at = up.parent
        }
        return false
    }

    fileprivate var isReadWrite: Bool {
        let texts: Set<String> = [
            "", "date", "datetime-local", "email", "month", "number", "password", "search", "tel", "text",
            "time",
            "url", "week",
        ]
        if name == "textarea" || (name == "input" && texts.contains(inputType)) {
            return attribute("readonly") == nil && !isDisabled
        }
        var at: Node? = self
        while let up = at {
            if let editable = up.string("contenteditable")?.lowercased() {
                return editable.isEmpty || editable == "true" || editable == "plaintext-only"
            }
            at = up.parent
        }
        return false
    }

    fileprivate var showsPlaceholder: Bool {
        guard let text = attribute("placeholder"), !text.isEmpty else { return false }
        if name == "textarea" {
            var at = firstChild
            while let child = at {
                if child.isElement
                    || (child.isText && !child.content.bytes.allSatisfy { $0 == 10 || $0 == 13 })
                {
                    return false
                }
                at = child.next
            }
            return true
        }
        let texts: Set<String> = ["", "text", "search", "url", "tel", "email", "password", "number"]
        return name == "input" && texts.contains(inputType) && attribute("value")?.isEmpty ?? true
    }

    fileprivate var form: Node? {
        var at = parent
        while let up = at, !(up.name == "form") { at = up.parent }
        return at
    }

    fileprivate var sendsForm: Bool {
        if name == "button" { return !["button", "reset"].contains(inputType) }
        return name == "input" && ["submit", "image"].contains(inputType)
    }

    /// Whether a control with limits keeps them; nil for one without.
    fileprivate var range: Bool? {
        guard name == "input" else { return nil }
        let type = inputType
        guard ["number", "range", "date", "month", "week", "time", "datetime-local"].contains(type) else {
            return nil
        }
        let least = string("min").flatMap { InputValue.number($0, type: type) }
        let most = string("max").flatMap { InputValue.number($0, type: type) }
        guard attribute("min") != nil || attribute("max") != nil else { return nil }
        guard let value = string("value").flatMap({ InputValue.number($0, type: type) }) else { return true }
        if type == "time", let least, let most, least > most { return value >= least || value <= most }
        return value >= least ?? value && value <= most ?? value
    }
}

/// Values of controls as numbers that can be compared: HTML, 2.3.5.
private enum InputValue {
    static func number(_ text: String, type: String) -> Double? {
        if type == "number" || type == "range" { return Double(text) }
        let isWeek = type == "week"
        var numbers: [Double] = []
        var digits = ""
        for character in text + " " {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                if let number = Double(digits) { numbers.append(number) }
                digits = ""
                guard "-:T W.".contains(character) else { return nil }
            }
        }
        let bounds: [ClosedRange<Double>] =
            switch type {
            case "time": [0...23, 0...59, 0...59]
            case "month": [1...9999, 1...12]
            case "week": [1...9999, 1...53]
            case "date": [1...9999, 1...12, 1...31]
            default: [1...9999, 1...12, 1...31, 0...23, 0...59, 0...59]
            }
        let least = type == "time" ? 2 : type == "datetime-local" ? 5 : bounds.count
        guard numbers.count >= least, numbers.count <= bounds.count, isWeek == text.contains("W") else {
            return nil
        }
        var value = 0.0
        for (index, bound) in bounds.enumerated() {
            let number = index < numbers.count ? numbers[index] : 0
            guard bound.contains(number) else { return nil }
            value = value * (index == 0 ? 1 : 100) + number
        }
        return value
    }
}
