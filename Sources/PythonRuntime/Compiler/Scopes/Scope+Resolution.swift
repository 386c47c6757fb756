import Diagnostics

extension Scope {
    /// The scope whose variable `name` means here; nil for a global.
    ///
    /// - Parameter isInside: whether a scope inside asks, which does not see the names of a class.
    func owner(of name: String, isInside: Bool = false) -> Scope? {
        var scope: Scope? = self
        var isInside = isInside
        while let current = scope {
            let symbol = current.symbols[name]
            switch current.kind {
            case .module: return nil
            case .classBody where isInside:
                if name == "__class__" { return current }
            default:
                if symbol?.isGlobal == true { return nil }
                if symbol?.isBound == true, symbol?.isNonlocal != true { return current }
            }
            scope = current.parent
            isInside = true
        }
        return nil
    }

    /// Finds the owner of each name, makes cells of variables that other bodies use, and hands them down.
    ///
    /// - Returns: The names declared `nonlocal` that no function around binds.
    func resolve() -> [String] {
        var unbound: [String] = []
        for name in names {
            let symbol = symbols[name]
            guard let owner = owner(of: name) else {
                if symbol?.isNonlocal == true { unbound.append(name) }
                continue
            }
            if symbol?.isDeleted == true, owner !== self {
                owner.change(name) {
                    $0.isDeleted = true
                    if owner.frame !== frame { $0.isDeletedInside = true }
                }
            }
            let isClassCell = owner.kind == .classBody && name == "__class__" && owner !== self
            if isClassCell {
                owner.requireClassCell()
            } else if owner.frame !== frame {
                owner.change(name) { $0.isCaptured = true }
            }
            var current = frame
            while current !== owner.frame {
                current.addFree(name)
                guard let next = current.parent?.frame else { break }
                current = next
            }
        }
        return unbound
    }
}
