package import Diagnostics
import Documents

/// Everything that was loaded from one or more folders, in a deterministic order, with all that was wrong in them.
package struct DetectionPack: Sendable {
    /// The detections that can run, disabled ones too.
    package var detections: [Detection] = []
    /// The modules that they import.
    package var helpers: [Helper] = []
    /// The data models, disabled ones too.
    package var dataModels: [DataModel] = []
    /// The tables that enrich events, disabled ones too; they are among ``auxiliaryItems`` as well.
    package var lookupTables: [LookupTable] = []
    /// The named sets.
    package var packs: [Pack] = []
    /// Queries, lookup tables, prompts.
    package var auxiliaryItems: [AuxiliaryItem] = []
    /// Derived detections whose base is not among what was loaded: they cannot run.
    package var withoutBase: [DetectionWithoutBase] = []
    /// Items and files that cannot be used.
    package var invalid: [InvalidItem] = []
    /// Errors of the invalid items, and warnings about the others.
    package var diagnostics: [Diagnostic] = []
    /// Files that were parsed, items or not.
    package var filesRead = 0
    /// Valid items of any kind, those that filters left out too.
    package var itemsFound = 0
    /// Valid items that passed the filters.
    package var itemsKept = 0

    /// Nothing loaded.
    package init() {}

    /// The detection called `id`. O(count).
    package func detection(_ id: String) -> Detection? {
        detections.first { $0.id.hasBytes(of: id) }
    }

    /// Takes everything of another load, after what is here: what one vendor's loader found beside another's.
    package mutating func append(_ other: DetectionPack) {
        detections += other.detections
        helpers += other.helpers
        dataModels += other.dataModels
        lookupTables += other.lookupTables
        packs += other.packs
        auxiliaryItems += other.auxiliaryItems
        withoutBase += other.withoutBase
        invalid += other.invalid
        diagnostics += other.diagnostics
        filesRead += other.filesRead
        itemsFound += other.itemsFound
        itemsKept += other.itemsKept
    }

    /// The auxiliary items of one kind.
    package func items(_ kind: AuxiliaryItem.Kind) -> [AuxiliaryItem] {
        auxiliaryItems.filter { $0.kind == kind }
    }
}

/// A file, or the item in it, that cannot be used.
package struct InvalidItem: Sendable {
    /// The file as the user gave it.
    package var path: String
    /// The item, if the file came that far.
    package var id: String?
    /// Why, with places; never empty.
    package var diagnostics: [Diagnostic]
    /// Why, in the words of the vendor's own tool; in those of the first diagnostic where it has none that are asked for.
    package var vendorMessage: String

    /// A file that cannot be used.
    package init(path: String, id: String?, diagnostics: [Diagnostic], vendorMessage: String? = nil) {
        self.path = path
        self.id = id
        self.diagnostics = diagnostics
        self.vendorMessage = vendorMessage ?? diagnostics.first?.message ?? ""
    }
}
