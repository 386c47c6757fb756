import Foundation

/// Folds identifiers as PEP 3131 demands. The only place of this target that needs Foundation; ASCII never comes here.
enum NormalizedName {
    /// The NFKC form of `name`.
    static func fold(_ name: String) -> String { name.precomposedStringWithCompatibilityMapping }
}
