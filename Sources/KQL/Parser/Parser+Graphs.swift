import Diagnostics

/// Operators on graphs.
extension Parser {
    mutating func parseMakeGraph() throws(Abandoned) -> TabularOperator.Kind {
        let source = try expectName()
        try expect(.minus)
        try expect(.minus)
        let isDirected = take(.greater)
        var graph = MakeGraph(source: source, target: try expectName(), isDirected: isDirected, nodes: [])
        if at(word: "with_node_id") {
            advance()
            try expect(.assign)
            graph.nodeID = try expectName()
        } else if take(word: "with") {
            repeat {
                let table = try parsePostfix()
                try expect(word: "on")
                graph.nodes.append(MakeGraph.Nodes(table: table, key: try expectName()))
            } while take(.comma)
        }
        if at(word: "partitioned"), token(ahead: 1).kind == .minus { for _ in 0..<2 { advance() } }
        if take(word: "partitionedby") || take(word: "by") {
            let start = current
            let column = Expression(.name(try expectName()), span: start.span)
            graph.partitionedBy = MakeGraph.Partition(column: column, pipeline: try parseSubpipeline())
        }
        return .makeGraph(graph)
    }

    mutating func parseGraphMatch(isShortestPaths: Bool) throws(Abandoned) -> TabularOperator.Kind {
        let patterns = try list { (parser) throws(Abandoned) in try parser.parsePath() }
        var match = GraphMatch(isShortestPaths: isShortestPaths, patterns: patterns)
        if take(word: "where") { match.predicate = try parseExpression() }
        if take(word: "project") { match.project = try parseNamedList() }
        return .graphMatch(match)
    }

    /// Nodes and edges in turn.
    private mutating func parsePath() throws(Abandoned) -> [GraphMatch.Element] {
        var elements = [GraphMatch.Element.node(try parseNode())]
        while at(.minus) || at(.less) {
            elements.append(.edge(try parseEdge()))
            elements.append(.node(try parseNode()))
        }
        return elements
    }

    private mutating func parseNode() throws(Abandoned) -> String? {
        try expect(.leftParen)
        let name = at(.rightParen) ? nil : try expectName()
        try expect(.rightParen)
        return name
    }

    /// `-->`, `<--`, `--`, `-[name*1..3]->`, `<-[name]-`, `-[name]-`.
    private mutating func parseEdge() throws(Abandoned) -> GraphMatch.Edge {
        let isBackward = take(.less)
        try expect(.minus)
        var edge = GraphMatch.Edge(direction: isBackward ? .backward : .either)
        if take(.leftBracket) {
            if !at(.rightBracket), !at(.star) { edge.name = try expectName() }
            if take(.star) {
                let low = try parsePostfix()
                try expect(.range)
                edge.length = GraphMatch.Length(low: low, high: try parsePostfix())
            }
            try expect(.rightBracket)
        }
        try expect(.minus)
        if !isBackward, take(.greater) { edge.direction = .forward }
        return edge
    }

    mutating func parseGraphToTable() throws(Abandoned) -> TabularOperator.Kind {
        let outputs = try list { (parser) throws(Abandoned) in
            guard parser.at(word: "nodes") || parser.at(word: "edges") else {
                throw parser.unexpected("`nodes` or `edges`")
            }
            let part = parser.text(parser.advance())
            let name = parser.take(word: "as") ? try parser.expectName() : nil
            return GraphOutput(part: part, name: name, parameters: try parser.parseParameters(.any))
        }
        return .graphToTable(outputs)
    }
}
