import Foundation
import Interchange
import ReadingModel

extension FuzzTarget {
  /// One target for each importer.
  static let importers = Importers.all.map { importer in
    FuzzTarget(name: importer.name) { bytes in
      let source = ImportSource(name: "", data: bytes)
      _ = importer.likelihood(source, source.sample)
      let document = try ParsedDocument(reading: source, with: importer)
      for list in document.lists {
        expectClean(list.head.title, isLine: true)
        expectClean(list.head.source, isLine: true)
        expectClean(list.head.introduction, isLine: false)
        for section in list.sections {
          expectClean(section.title, isLine: true)
          for entry in section.entries { check(entry) }
        }
      }
      for diagnostic in document.warnings + document.leftOut {
        expect(diagnostic.line >= 1, "A message stands on line \(diagnostic.line).")
        expectClean(diagnostic.message, isLine: true)
      }
    }
  }

  /// The bytes of a document made text.
  static let textDecoding = FuzzTarget(name: "text-decoding") { bytes in
    let source = ImportSource(name: "", data: bytes)
    expect(
      String(data: source.bytes, encoding: .utf8) != nil, "The decoded text is not valid UTF-8.")
    expect(
      source.bytes.count <= 3 * bytes.count, "The decoded text is more than three times as long.")
    for warning in source.warnings { expectClean(warning.message, isLine: true) }
  }

  private static func check(_ entry: ParsedEntry) {
    let paper = entry.paper
    expect(entry.line >= 1, "An entry stands on line \(entry.line).")
    expect(!paper.title.isEmpty, "An entry has no title.")
    let lines =
      [paper.title, paper.shortName, paper.venue] + paper.authors + paper.links.map(\.url)
      + paper.identifiers.map(\.key) + entry.marks.tags
    for line in lines { expectClean(line, isLine: true) }
    for prerequisite in entry.prerequisites {
      expectClean(prerequisite.key, isLine: true)
      expectClean(prerequisite.why, isLine: true)
    }
    expectClean(paper.abstract, isLine: false)
    expectClean(entry.remark, isLine: false)
  }
}
