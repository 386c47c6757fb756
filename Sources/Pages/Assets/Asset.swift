import Catalog

/// A file that pages name: the sheet, the scripts, the icon.
///
/// Its name holds a number made from its content, so that a browser may keep it for ever.
package enum Asset: String, CaseIterable, Sendable {
    case style, theme, script, icon

    /// The name: `style-1f2e3d4c.css`.
    package var name: String { Self.names[self] ?? "\(rawValue).\(ending)" }

    private static let names: [Asset: String] = Dictionary(
        uniqueKeysWithValues: allCases.map { asset in
            let number = String(asset.bytes.fnv1a, radix: 16)
            return (asset, "\(asset.rawValue)-\(number).\(asset.ending)")
        }
    )

    /// The asset of a name, if there is one.
    package init?(name: String) {
        guard let asset = Self.names.first(where: { $0.value == name })?.key else { return nil }
        self = asset
    }

    private var ending: String {
        switch self {
        case .style: "css"
        case .theme, .script: "js"
        case .icon: "svg"
        }
    }

    /// The content.
    package var bytes: [UInt8] {
        switch self {
        case .style: PackageResources.style_css
        case .theme: PackageResources.theme_js
        case .script: PackageResources.margay_js
        case .icon: PackageResources.icon_svg
        }
    }

    /// The media type.
    package var mediaType: String {
        switch self {
        case .style: "text/css; charset=utf-8"
        case .theme, .script: "text/javascript; charset=utf-8"
        case .icon: "image/svg+xml"
        }
    }
}
