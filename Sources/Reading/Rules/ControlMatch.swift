/// The states of links and form controls of a page at rest: HTML, 4.16.3.
import CXML2

extension SelectorMatcher {
    mutating func matches(_ node: Node, _ state: ControlState) -> Bool {
        switch state {
        case .link, .anyLink: return node.attribute("href") != nil && node.isAny(["a", "area"])
        case .checked: return isChecked(node)
        case .disabled: return node.isDisablable && node.isDisabled
        case .enabled: return node.isDisablable && !node.isDisabled
        case .required: return node.canBeRequired && node.attribute("required") != nil
        case .optional: return node.isInput && !(node.canBeRequired && node.attribute("required") != nil)
        case .readWrite: return node.isReadWrite
        case .readOnly: return !node.isReadWrite
        case .placeholderShown: return node.showsPlaceholder
        case .default: return node.isMarkedChecked || isDefaultButton(node)
        case .indeterminate: return isIndeterminate(node)
        case .inRange: return node.keepsRange == true
        case .outOfRange: return node.keepsRange == false
        case .valid: return node.isInput && !isInvalid(node)
        case .invalid: return node.isInput && isInvalid(node)
        case .defined: return !node.name.string.contains("-")
        case .muted: return node.attribute("muted") != nil && node.isAny(["video", "audio"])
        case .open: return node.attribute("open") != nil && node.isAny(["details", "dialog"])
        }
    }

    /// Of radio buttons with one name the last that is marked; of options of a list the last, or else its first.
    private mutating func isChecked(_ node: Node) -> Bool {
        if node.name == "option" { return isSelected(node) }
        guard node.isMarkedChecked else { return false }
        guard node.inputType == "radio", let name = node.string("name"), !name.isEmpty else { return true }
        return !otherRadios(of: node, named: name, onlyAfter: true)
    }

    private mutating func isSelected(_ option: Node) -> Bool {
        var at = option.parent
        while let up = at, !(up.name == "select") { at = up.parent }
        guard let list = at, list.attribute("multiple") == nil else {
            return option.attribute("selected") != nil
        }
        var chosen: Node?
        var first: Node?
        var next = list.following(within: list)
        while let inside = next, budget > 0 {
            budget -= 1
            if inside.isElement, inside.name == "option" {
                if inside.attribute("selected") != nil { chosen = inside }
                if first == nil, !inside.isOptionDisabled { first = inside }
            }
            next = inside.following(within: list)
        }
        let isDropDown = list.string("size").flatMap { Int($0) } ?? 1 <= 1
        return option == chosen ?? (isDropDown ? first : nil)
    }

    private func isInvalid(_ node: Node) -> Bool {
        if node.keepsRange == false { return true }
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
        return node.attribute("checked") == nil && !otherRadios(of: node, named: name, onlyAfter: false)
    }

    /// Whether another radio button of the same name and form is marked.
    private mutating func otherRadios(of node: Node, named name: String, onlyAfter: Bool) -> Bool {
        let form = node.form
        var area = form ?? node
        if form == nil { while let up = area.parent { area = up } }
        var isAfter = !onlyAfter
        var at = area.following(within: area)
        while let other = at, budget > 0 {
            budget -= 1
            if other == node {
                isAfter = true
            } else if isAfter, other.isElement, other.name == "input", other.attribute("checked") != nil,
                other.inputType == "radio", other.string("name") == name, other.form == form
            {
                return true
            }
            at = other.following(within: area)
        }
        return false
    }
}

extension Node {
    fileprivate func isAny(_ names: [StaticString]) -> Bool {
        let mine = name
        return names.contains { mine == $0 }
    }

    var inputType: String { string("type")?.lowercased() ?? "" }
    fileprivate var isInput: Bool { isAny(["input", "select", "textarea"]) }

    /// HTML, 4.10.5.3.4.
    fileprivate var canBeRequired: Bool {
        let others: Set<String> = ["hidden", "range", "color", "submit", "image", "reset", "button"]
        return isInput && !(name == "input" && others.contains(inputType))
    }

    fileprivate var isMarkedChecked: Bool {
        if name == "option" { return attribute("selected") != nil }
        return name == "input" && attribute("checked") != nil && ["checkbox", "radio"].contains(inputType)
    }

    fileprivate var isDisablable: Bool {
        return isAny(["input", "button", "select", "textarea", "option", "optgroup", "fieldset"])
    }

    private var isInDisabledGroup: Bool {
        guard let parent, parent.name == "optgroup" else { return false }
        return parent.attribute("disabled") != nil
    }

    /// An option by itself, whatever its list is.
    fileprivate var isOptionDisabled: Bool {
        attribute("disabled") != nil || (name == "option" && isInDisabledGroup)
    }

    /// By itself, or by what it lies in: HTML, 4.10.18.5.
    var isDisabled: Bool {
        if attribute("disabled") != nil { return true }
        if name == "option" || name == "optgroup" {
            if isOptionDisabled { return true }
            var at = parent
            while let up = at, !(up.name == "select") { at = up.parent }
            return at?.isDisabled ?? false
        }
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
        if name == "button" {
            if inputType == "submit" { return true }
            return !["button", "reset"].contains(inputType) && attribute("command") == nil
                && attribute("commandfor") == nil
        }
        return name == "input" && ["submit", "image"].contains(inputType)
    }
}
