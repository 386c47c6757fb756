import Foundation
import TestSupport

/// A document of the repository, as far as the tests look at it: its links, its headings, the paths and tables in it.
struct MarkdownPage {
    /// From the root of the repository: `docs/limits.md`.
    let path: String
    /// Its lines, without those of code blocks.
    let lines: [Substring]

    /// The page at `path`; throws if there is none.
    init(_ path: String) throws {
        self.path = path
        let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
        var isCode = false
        var prose: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.drop(while: { $0 == " " }).hasPrefix("```") {
                isCode.toggle()
            } else if !isCode {
                prose.append(line)
            }
        }
        lines = prose
    }

    /// Every Markdown document that people start from or are led to.
    static let all: [String] = {
        let root = Repository.root.path
        let top = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let below = FileManager.default.enumerator(atPath: root + "/docs")?.compactMap { $0 as? String } ?? []
        return (top + below.map { "docs/\($0)" }).filter { $0.hasSuffix(".md") }.sorted()
    }()

    /// Targets of links to places in the repository, as written: `../regex.md#limits`.
    var links: [String] {
        lines.flatMap { line in
            line.matches(of: #/\]\(([^)\s]+)\)/#).map { String($0.1) }
        }
        .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
    }

    /// The target of `link` from the root of the repository, and the heading it names.
    func resolve(_ link: String) -> (path: String, heading: String?) {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let heading = parts.count == 2 ? String(parts[1]) : nil
        guard let target = parts.first, !target.isEmpty else { return (path, heading) }
        var folders = path.split(separator: "/").dropLast()
        for step in target.split(separator: "/") where step != "." {
            // A link out of the repository stays one, and so leads nowhere.
            if step == "..", let last = folders.last, last != ".." {
                folders.removeLast()
            } else {
                folders.append(step)
            }
        }
        return (folders.joined(separator: "/"), heading)
    }

    /// The names under which links find its headings, as GitHub forms them.
    var anchors: [String] {
        lines.filter { $0.hasPrefix("#") }.map { line in
            let title = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
            return String(title.filter { $0.isLetter || $0.isNumber || " -_".contains($0) }).replacing(" ", with: "-")
        }
    }

    /// Texts in single backticks.
    var codeSpans: [String] {
        lines.flatMap { line in line.matches(of: #/`([^`]+)`/#).map { String($0.1) } }
    }

    /// The cells of the rows of its tables, heads included.
    var rows: [[String]] {
        lines.filter { $0.hasPrefix("|") }.map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }
}
