package import Addresses

/// How a leaf compares its field with its values. The meaning is Python's on the kinds of value found.
package enum Operator: Hashable, Sendable {
    /// `field == value`; one value. `1`, `1.0` and `True` are equal, `"1"` is none of them. Never raises.
    case equals
    /// `field in [value, …]`: equal to one of them. Never raises.
    case isIn
    /// `field in {value, …}`, or in the keys of a constant dict: as ``isIn``, but a list or an object raises.
    case isInSet
    /// `field in "text"`: one value, a text; anything but a text raises.
    case isInText
    /// `value in field`, for one of the values: a part of a text, an element of a list, a key of an object. Raises for
    /// other kinds of field, and for a value that is no text in a field that is one.
    case contains
    /// `field.startswith((value, …))`: values are texts, the field too or it raises.
    case startsWith
    /// `field.endswith((value, …))`: values are texts, the field too or it raises.
    case endsWith
    /// KQL's `has`: a value is in the text as a term, or as several with what is between them, so that no letter or digit
    /// goes on beside it. A value that is no text, and a field that is none, raise. Letters and digits are those of ASCII.
    case hasTerm(TermPart)
    /// `fnmatch.fnmatch(field, value)` for one of the values, on a system whose file names have case.
    case glob
    /// `re.search(value, field)`, or one of its sisters, for one of the values. Flags stand in the pattern, as `(?i)`.
    case regex(RegexMode)
    /// `ipaddress.ip_address(field) in ip_network(value)` for one of the values. What is no address raises.
    case cidr
    /// A property of `ipaddress.ip_address(field)`. What is no address raises.
    case address(AddressProperty)
    /// `field < value`; one value. Texts by code point, numbers and Booleans by size; a mixture raises.
    case less
    /// `field <= value`.
    case lessOrEqual
    /// `field > value`.
    case greater
    /// `field >= value`.
    case greaterOrEqual
    /// `first <= field <= second`; two values.
    case between
    /// `key in container`: the field is there, if only as null. No values. What the field reads as when missing does not
    /// matter; a path that raises on the way still does.
    case exists
    /// `field is None`. No values.
    case isNull
    /// `not field`: null, false, zero, or an empty text, list or object. No values. Never raises.
    case isEmpty
    /// Of one of these kinds of JSON value. No values. Never raises.
    case isType(Set<ValueKind>)
}

/// Which part of a term a value has to be. A term is a row of letters and digits that none stands beside.
package enum TermPart: String, Hashable, Sendable, CaseIterable {
    /// All of it: `has`.
    case whole
    /// Its beginning: `hasprefix`.
    case prefix
    /// Its end: `hassuffix`.
    case suffix
}

/// Where in the text a pattern has to match.
package enum RegexMode: String, Hashable, Sendable, CaseIterable {
    /// `re.search`: anywhere.
    case search
    /// `re.match`: at the beginning.
    case match
    /// `re.fullmatch`: all of it.
    case fullmatch
}

/// The kinds of JSON value; a number without fraction and exponent is an integer.
package enum ValueKind: String, Hashable, Sendable, CaseIterable {
    /// `null`.
    case null
    /// `true` and `false`.
    case boolean
    /// `1`; a Boolean is none, unlike in Python.
    case integer
    /// `1.5`.
    case double
    /// `"text"`.
    case string
    /// `[]`.
    case array
    /// `{}`.
    case object
}
