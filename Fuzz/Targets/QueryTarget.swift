import ReadingModel
import ReadingStore

extension FuzzTarget {
  /// The language of searches: read, and run on a small library.
  static let query = FuzzTarget(name: "query") { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    for isLenient in [false, true] {
      do throws(QueryError) {
        let query = try Query.parse(text, lenient: isLenient)
        expect(query.text == text, "A query keeps another text.")
        run(query)
      } catch {
        expect((0...text.count).contains(error.offset), "A fault lies outside of the query.")
        expectClean(error.message, isLine: true)
      }
    }
  }

  private static func run(_ query: Query) {
    do {
      let library = try library.get()
      let found = try library.rows(.search(query), start: 0, limit: 50)
      expect(found.rows.count <= 50, "There are more rows than asked for.")
      let listed = try library.papers(of: .search(query))
      expect(
        Set(listed).isSuperset(of: found.rows.map(\.paper)), "Rows and papers are not the same.")
      for paper in listed.prefix(3) {
        _ = try library.snippet(of: paper, in: .search(query))
      }
      _ = try library.papers(of: .filtered(.all, query))
    } catch {
      fatalError("The library does not take the query: \(error)")
    }
  }

  private static let library = Result { try Library.sample() }
}
