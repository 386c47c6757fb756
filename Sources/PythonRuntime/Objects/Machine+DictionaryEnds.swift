/// The first and the last entry of dictionaries and sets.
extension Machine {
    /// The last live entry; nil if empty.
    func lastEntry(_ dictionary: Value) -> DictionaryEntry? {
        var number = Int(dictionaryObject(dictionary).pointee.used)
        while number > 0 {
            number -= 1
            let found = entry(dictionary, number).pointee
            if !found.key.isUnbound { return found }
        }
        return nil
    }

    /// Removes the last entry and gives it, for `dict.popitem`; nil if empty.
    mutating func removeLastEntry(_ dictionary: Value) -> DictionaryEntry? {
        var number = Int(dictionaryObject(dictionary).pointee.used)
        while number > 0 {
            number -= 1
            if !entry(dictionary, number).pointee.key.isUnbound { return removeEntry(number, of: dictionary) }
        }
        return nil
    }

    /// Removes the first entry and gives it, for `set.pop`; nil if empty. It remembers how far the front is cleared.
    mutating func removeFirstEntry(_ dictionary: Value) -> DictionaryEntry? {
        let object = dictionaryObject(dictionary)
        var number = Int(object.pointee.clearedFront)
        let used = Int(object.pointee.used)
        while number < used {
            if !entry(dictionary, number).pointee.key.isUnbound {
                object.pointee.clearedFront = UInt32(truncatingIfNeeded: number)
                return removeEntry(number, of: dictionary)
            }
            number += 1
        }
        return nil
    }

    /// Removes all entries.
    package mutating func clearDictionary(_ dictionary: Value) {
        noteChange(of: dictionary)
        let object = dictionaryObject(dictionary)
        object.pointee.header.extra &+= 1
        object.pointee.header.count = 0
        object.pointee.used = 0
        object.pointee.clearedFront = 0
        object.pointee.capacity = 0
        object.pointee.indexMask = 0
    }
}
