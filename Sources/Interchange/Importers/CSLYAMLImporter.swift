import ReadingModel

extension Importer {
  /// The bibliography format of the Citation Style Language as YAML.
  static let cslYAML = Importer(
    name: "csl-yaml", title: "CSL-YAML", endings: ["yaml", "yml"],
    likelihood: { _, sample in
      let lines = sample.prefix(4_096).split(separator: "\n").prefix { $0 != "..." }
      let first = lines.first { $0 != "---" && !$0.hasPrefix("#") }
      guard let first, first.hasPrefix("references:") else { return .none }
      return lines.contains { $0.drop { " -".contains($0) }.hasPrefix("id:") }
        ? .certain : .possible
    },
    read: { source, receive in
      try source.withBytes { try CSLYAML.read($0, receive) }
    })
}
