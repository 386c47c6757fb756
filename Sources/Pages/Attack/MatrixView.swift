package import Catalog

/// What rules cover of ATT&CK, as a matrix in which more rules are warmer.
package struct MatrixView {
    private let matrix: CoverageMatrix
    /// The query that chose the rules; empty for all.
    private let query: String
    private let frame: SiteFrame

    /// The matrix of rules that meet `query`.
    package init(_ matrix: CoverageMatrix, query: String = "", frame: SiteFrame) {
        self.matrix = matrix
        self.query = query
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let links = frame.links
        let covered = Set(matrix.tactics.flatMap(\.techniques).filter { $0.rules > 0 }.map(\.technique.id))
        let all = Set(matrix.tactics.flatMap(\.techniques).map(\.technique.id))
        let slots: Slots = [
            "version": .text(matrix.attackVersion),
            "rules": .count(matrix.rules),
            "covered": .count(covered.count),
            "all": .count(all.count),
            "without": matrix.rulesWithoutTechnique > 0 ? .count(matrix.rulesWithoutTechnique) : .text(""),
            "disputes": .text(links.disputes),
            "gaps": .text(links.gaps(query)),
            "layer": .text(links.layer(query)),
            "tactics": .list(
                matrix.tactics.map { column in
                    [
                        "tactic": .text(column.tactic.name),
                        "count": .text("\(column.coveredCount) of \(column.techniques.count)"),
                        "cells": .list(column.techniques.map(cell)),
                    ]
                }
            ),
            "hasOutdated": .flag(!matrix.outdated.isEmpty),
            "outdated": .list(
                matrix.outdated.map { outdated in
                    [
                        "technique": .markup(
                            outdated.entry.technique.map { TechniqueMarkup.link($0, links, isGone: true) } ?? Markup()
                        ),
                        "state": .text(
                            outdated.entry.state == .unknown ? "no such technique" : outdated.entry.state.rawValue
                        ),
                        "successor": .markup(
                            outdated.entry.successor.map { TechniqueMarkup.link($0, links) } ?? Markup()
                        ),
                        "rules": .count(outdated.rules),
                    ]
                }
            ),
        ]
        return frame.page(title: "ATT&CK coverage", part: .attack, Template.matrix.render(slots))
    }

    private func cell(_ cell: CoverageMatrix.Cell) -> Slots {
        let parts = cell.subtechniques.count { $0.rules > 0 }
        let sub = cell.subtechniques.isEmpty ? "" : ", \(parts) of \(cell.subtechniques.count) sub-techniques"
        return [
            "name": .text(cell.technique.name),
            "url": .text(frame.links.technique(cell.technique.id)),
            "rules": .count(cell.rules),
            "heat": .text("heat-\(Self.heat(cell.rules))"),
            "title": .text("\(cell.technique.id): \(cell.rules) \(cell.rules == 1 ? "rule" : "rules")\(sub)"),
        ]
    }

    /// How warm a cell is, from 0 to 4: steps of about three times as many.
    static func heat(_ rules: Int) -> Int {
        switch rules {
        case ...0: 0
        case 1...2: 1
        case 3...9: 2
        case 10...29: 3
        default: 4
        }
    }
}
