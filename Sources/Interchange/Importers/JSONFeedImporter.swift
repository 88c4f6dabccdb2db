import ReadingModel

extension Importer {
  /// JSON Feed, versions 1 and 1.1.
  static let jsonFeed = Importer(
    name: "json-feed", title: "a JSON feed", endings: ["json"],
    likelihood: { _, sample in
      let isObject = sample.utf8.first { $0 > 0x20 } == UInt8(ascii: "{")
      return isObject && sample.contains("jsonfeed.org/version/") ? .certain : .none
    },
    read: { source, receive in try JSONFeedReader.read(source, receive) })
}
