/// Operators on several tables, states and graphs.
extension Printer {
    mutating func parts(_ kind: TabularOperator.Kind) {
        switch kind {
        case .assertSchema(let columns):
            text += "("
            self.columns(columns)
            text += ")"
        case .search(let tables, let predicate):
            self.tables(tables)
            expression(predicate)
        case .find(let find): self.find(find)
        case .range(let name, let from, let to, let step):
            self.name(name)
            clause(" from ", from)
            clause(" to ", to)
            clause(" step ", step)
        case .fork(let branches):
            for (index, branch) in branches.enumerated() {
                if index > 0 { text += " " }
                if let name = branch.name {
                    self.name(name)
                    text += "="
                }
                subpipeline(branch.pipeline)
            }
        case .facet(let columns, let with):
            text += "by "
            list(columns) { $0.expression($1) }
            guard let with else { return }
            text += " with "
            subpipeline(with)
        case .partition(let column, let inner):
            text += "by "
            expression(column, 9)
            text += " "
            guard inner.source != nil else { return subpipeline(inner) }
            text += "{ "
            pipeline(inner)
            text += " }"
        case .reduce(let by, let with):
            text += "by "
            named(by)
            guard !with.isEmpty else { return }
            text += " with "
            list(with) { $0.named($1) }
        case .scan(let scan): self.scan(scan)
        case .makeGraph(let graph): makeGraph(graph)
        case .graphMatch(let match): graphMatch(match)
        case .graphToTable(let outputs):
            list(outputs) { printer, output in
                printer.text += output.part
                if let name = output.name {
                    printer.text += " as "
                    printer.name(name)
                }
                for parameter in output.parameters {
                    printer.text += " "
                    printer.setting(parameter)
                }
            }
        default: break
        }
    }

    private mutating func subpipeline(_ inner: Pipeline) {
        text += "("
        pipeline(inner)
        text += ")"
    }

    private mutating func tables(_ tables: [Expression]) {
        guard !tables.isEmpty else { return }
        text += "in ("
        list(tables) { $0.expression($1) }
        text += ") "
    }

    private mutating func find(_ find: Find) {
        tables(find.tables)
        text += "where "
        expression(find.predicate)
        if let project = find.project {
            text += " project "
            columns(project)
            if find.packsRest { text += project.isEmpty ? "pack(*)" : ", pack(*)" }
        }
        guard !find.projectAway.isEmpty else { return }
        text += " project-away "
        columns(find.projectAway)
    }

    private mutating func scan(_ scan: Scan) {
        if !scan.order.isEmpty {
            text += "order by "
            list(scan.order) { $0.ordered($1) }
            text += " "
        }
        if !scan.partition.isEmpty {
            text += "partition by "
            list(scan.partition) { $0.expression($1) }
            text += " "
        }
        if !scan.declarations.isEmpty {
            text += "declare ("
            list(scan.declarations) { $0.parameter($1) }
            text += ") "
        }
        text += "with ("
        for (index, step) in scan.steps.enumerated() {
            text += index > 0 ? " step " : "step "
            name(step.name)
            if step.isOptional { text += " optional" }
            if let output = step.output { text += " output=\(output)" }
            text += ": "
            expression(step.condition)
            if !step.assignments.isEmpty {
                text += " => "
                list(step.assignments) { $0.named($1) }
            }
            text += ";"
        }
        text += ")"
    }

    private mutating func makeGraph(_ graph: MakeGraph) {
        name(graph.source)
        text += graph.isDirected ? " --> " : " -- "
        name(graph.target)
        if let id = graph.nodeID {
            text += " with_node_id="
            name(id)
        }
        for (index, nodes) in graph.nodes.enumerated() {
            text += index > 0 ? ", " : " with "
            expression(nodes.table, 9)
            text += " on "
            name(nodes.key)
        }
        guard let partition = graph.partitionedBy else { return }
        text += " partitioned-by "
        expression(partition.column, 9)
        text += " "
        subpipeline(partition.pipeline)
    }

    private mutating func graphMatch(_ match: GraphMatch) {
        list(match.patterns) { printer, path in
            for element in path {
                switch element {
                case .node(let name):
                    printer.text += "("
                    if let name { printer.name(name) }
                    printer.text += ")"
                case .edge(let edge): printer.edge(edge)
                }
            }
        }
        clause(" where ", match.predicate)
        guard let project = match.project else { return }
        text += " project "
        list(project) { $0.named($1) }
    }

    private mutating func edge(_ edge: GraphMatch.Edge) {
        text += edge.direction == .backward ? "<-" : "-"
        if edge.name != nil || edge.length != nil {
            text += "["
            if let name = edge.name { self.name(name) }
            if let length = edge.length {
                text += "*"
                expression(length.low, 9)
                text += ".."
                expression(length.high, 9)
            }
            text += "]"
        }
        text += edge.direction == .forward ? "->" : "-"
    }
}
