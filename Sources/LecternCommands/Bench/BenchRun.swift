import Browser
import Foundation
import Interchange
import ReadingActions
import ReadingModel
import ReadingStore
import Terminal

/// Measures Lectern on a library of invented papers in a folder of its own, within this process.
struct BenchRun {
  /// How many papers.
  let papers: Int
  /// The folder, which is removed afterwards.
  private let folder: String

  /// Runs all measurements.
  ///
  /// - Parameter papers: How many papers the library has.
  static func figures(papers: Int) throws -> [BenchFigure] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("lectern-bench-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try BenchRun(papers: papers, folder: folder).run()
  }

  private func run() throws -> [BenchFigure] {
    let settings = try Settings(folder: folder)
    let imported = try importing(settings)
    let open = try opening(settings)
    let workspace = try Workspace(OpeningOptions(isBare: true), settings)
    let list = try workspace.actions.list(named: BenchPapers.slug)
    let floor = try Floor(workspace.library, list: list.id, papers: papers)
    let browsing = try browse(workspace, settings, floor)
    let exported = try exporting(workspace, list: list)
    try workspace.library.close()
    return [imported, open] + browsing + exported + [memory()]
  }

  // MARK: The library

  private func importing(_ settings: Settings) throws -> BenchFigure {
    let text = ListFormat.print(BenchPapers.list(of: papers))
    let workspace = try Workspace(OpeningOptions(isBare: true), settings)
    let document = ImportDocument(
      path: "invented.md", source: ImportSource(name: "invented.md", data: Data(text.utf8)))
    let time = try ContinuousClock().measure {
      _ = try workspace.actions.perform(importing: [document])
    }
    try workspace.library.close()
    return perSecond("import", [time])
  }

  /// From the path to the first rows.
  private func opening(_ settings: Settings) throws -> BenchFigure {
    let times = try (0..<10).map { _ in
      try ContinuousClock().measure {
        let workspace = try Workspace(OpeningOptions(isBare: true), settings)
        let list = try workspace.actions.list(named: BenchPapers.slug)
        _ = try workspace.library.rows(.list(list.id), start: 0, limit: Self.page)
        _ = try workspace.library.counts()
        try workspace.library.close()
      }
    }
    return BenchFigure(
      "open, first page", times, budget: .init(limit: 20, isOfHigh: false))
  }

  private func exporting(_ workspace: Workspace, list: ListSummary) throws -> [BenchFigure] {
    try [ExportFormat.markdown, .bibtex, .csv].map { format in
      let request = ExportRequest(
        scope: .source(.list(list.id)), title: list.title, format: format)
      let time = try ContinuousClock().measure {
        _ = try ExportRun(
          selection: ExportSelection(request, in: workspace.library), format: format
        ).text()
      }
      return perSecond("export \(format.rawValue)", [time])
    }
  }

  private func perSecond(_ name: String, _ times: [Duration]) -> BenchFigure {
    let rates = times.map { Double(papers) * 1_000 / max(0.001, BenchFigure.milliseconds($0)) }
    return BenchFigure(name, .perSecond, median: rates.sorted()[rates.count / 2])
  }

  // MARK: The browser

  private func browse(
    _ workspace: Workspace, _ settings: Settings, _ floor: Floor
  ) throws -> [BenchFigure] {
    let environment = LiveEnvironment(workspace, settings)
    try environment.markWelcomeSeen()
    let backend = BenchBackend(Self.script)
    try Runtime(backend: backend, environment: environment, settings: BrowserSettings()).run()
    _ = environment.finish()
    func figure(_ name: String, floor: Double, _ budget: BenchFigure.Budget) -> BenchFigure {
      BenchFigure(name, backend.times[name] ?? [], floor: floor, budget: budget)
    }
    return [
      figure("move", floor: floor.page, .init(limit: 2, isOfHigh: true, timesFloor: 100)),
      figure("page at the end", floor: floor.end, .init(limit: 2, isOfHigh: true, timesFloor: 100)),
      figure("mark", floor: floor.commit, .init(limit: 16.7, isOfHigh: false, timesFloor: 10)),
      figure("undo", floor: floor.commit, .init(limit: 16.7, isOfHigh: false, timesFloor: 10)),
      figure("search, a key", floor: floor.match, .init(limit: 5, isOfHigh: true, timesFloor: 50)),
    ]
  }

  /// The keys: moves, the end and the beginning, marks and their undo, searches as they are typed.
  private static let script: [BenchBackend.Press] = {
    func typed(_ text: String, as name: String? = nil) -> [BenchBackend.Press] {
      text.map { (name: name, key: Key.character($0)) }
    }
    let enter: BenchBackend.Press = (name: nil, key: .enter)
    let escape: BenchBackend.Press = (name: nil, key: .escape)
    var script = typed(":list \(BenchPapers.slug)")
    script.append(enter)
    script += typed(String(repeating: "j", count: 200), as: "move")
    for _ in 0..<20 {
      script += typed("G", as: "page at the end")
      script += typed("gg")
    }
    for key in ["r", "s", "i"] {
      for _ in 0..<10 {
        script += typed(key, as: "mark")
        script += typed("j")
      }
    }
    script += typed(String(repeating: "u", count: 30), as: "undo")
    for word in BenchPapers.searches {
      script += typed("/")
      script += typed(word, as: "search, a key")
      script.append(escape)
    }
    return script
  }()

  // MARK: What there is to compare with

  private static let page = 40

  /// Bare statements on the same connection, medians in milliseconds.
  private struct Floor {
    let page: Double
    let end: Double
    let match: Double
    let commit: Double

    init(_ library: Library, list: ListID, papers: Int) throws {
      let bare = BareRequests(library)
      page = try Self.median(200) { _ = try bare.page(of: list, from: 1, limit: BenchRun.page) }
      let last = max(1, papers - BenchRun.page + 1)
      end = try Self.median(200) { _ = try bare.page(of: list, from: last, limit: BenchRun.page) }
      match = try Self.median(200) { number in
        let word = BenchPapers.searches[number % BenchPapers.searches.count]
        _ = try bare.match(String(word.prefix(number % word.count + 1)), limit: BenchRun.page)
      }
      commit = try Self.median(30) { try bare.commit(to: list) }
    }

    private static func median(_ rounds: Int, _ body: () throws -> Void) throws -> Double {
      try median(rounds) { _ in try body() }
    }

    private static func median(_ rounds: Int, _ body: (Int) throws -> Void) throws -> Double {
      let times = try (0..<rounds).map { number in
        BenchFigure.milliseconds(try ContinuousClock().measure { try body(number) })
      }
      return BenchFigure.quantile(times.sorted(), 0.5)
    }
  }

  /// The most memory that this process ever had resident.
  private func memory() -> BenchFigure {
    #if os(Linux)
      // proc(5): the highest resident set, in units of 1,024 bytes.
      let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
      let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      let size = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
      let bytes = (size.flatMap { Double($0) } ?? 0) * 1_024
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      let bytes = Double(usage.ru_maxrss)
    #endif
    return BenchFigure("resident at most", .megabytes, median: bytes / 1_048_576)
  }
}
