public import Terminal

/// Runs the browser: takes events from a terminal, asks the environment, and draws frames.
///
/// All that is waiting is handled before a frame is drawn, so that keys that come faster than frames
/// never lag behind.
public final class Runtime<Backend: TerminalBackend> {
  private let backend: Backend
  let environment: any BrowserEnvironment
  /// What goes on beside the loop.
  let jobs: Jobs
  private(set) var model: BrowserModel

  /// How often waiting input may put a frame off, so that a key held down still shows.
  private static var mostBatchesBeforeFrame: Int { 32 }
  /// How many rounds of loading a frame may take; each depends on the answers of the one before.
  private static var mostRounds: Int { 16 }

  /// Makes a browser that is not running yet.
  public init(backend: Backend, environment: any BrowserEnvironment, settings: BrowserSettings) {
    self.backend = backend
    self.environment = environment
    jobs = Jobs(wake: backend.wake)
    model = BrowserModel(settings: settings, size: backend.size)
  }

  /// Runs until the person leaves.
  ///
  /// - Throws: What the terminal throws when it can no longer be read; what was typed is kept as a
  ///   draft all the same.
  public func run() throws {
    handle(.started(isFirstRun: environment.isFirstRun))
    settle()
    draw()
    defer {
      settle()
      jobs.finish()
    }
    var batches = 0
    while !model.isOver {
      let events = try backend.waitForEvents()
      if environment.dataChanged() { handle(.libraryChanged) }
      for event in events where !model.isOver { handle(.input(event)) }
      for message in jobs.takeMessages() where !model.isOver { handle(message) }
      batches += 1
      if backend.hasWaitingInput, batches < Self.mostBatchesBeforeFrame { continue }
      batches = 0
      settle()
      draw()
    }
  }

  private func draw() {
    backend.setTitle(model.windowTitle)
    backend.draw(model.view())
    lookAhead()
  }

  /// Loads what the next key will probably show, as long as none waits.
  private func lookAhead() {
    for _ in 0..<Self.mostRounds where !backend.hasWaitingInput {
      let effects = model.update(.drawn)
      if effects.isEmpty { return }
      for effect in effects { perform(effect) }
    }
  }

  /// Loads what the next frame shows.
  private func settle() {
    for _ in 0..<Self.mostRounds {
      let effects = model.update(.settled)
      if effects.isEmpty { return }
      for effect in effects { perform(effect) }
    }
  }

  /// Waits until nothing goes on beside the loop.
  func waitForJobs() { jobs.wait() }

  func handle(_ message: Message) {
    for effect in model.update(message) { perform(effect) }
  }

  private func perform(_ effect: Effect) {
    switch effect {
    case .suspend: backend.suspend()
    case .redraw: backend.invalidate()
    case .copy(let kind, let paper, let title):
      handle(
        answer {
          guard let text = try environment.copyText(kind, of: paper) else {
            return .failed("“\(title)” has no \(kind.words).")
          }
          backend.copyToClipboard(text)
          return .said("Copied the \(kind.words) of “\(title)”.")
        })
    case .export(let request, let path, let mayReplace):
      handle(export(request, to: path, mayReplace: mayReplace))
    case .setOption(let name, let value, let kept):
      handle(
        answer {
          let change = try environment.setOption(name, to: value, isKept: kept != nil)
          backend.apply(change.terminal)
          return .optionSet(
            kept ?? change.said, Glyphs.fitting(isASCII: backend.drawsASCII), change.columns)
        })
    case .keepOption(let name, let value): keep(name, value)
    case .editExternally(let text, let target):
      handle(
        answer {
          .editedExternally(
            try backend.release { try environment.editExternally(text) }, target)
        })
    case .importing(let effect): perform(effect)
    case .send(.settled): settle()
    case .send(let message): handle(message)
    default: if let message = environment.answer(to: effect) { handle(message) }
    }
  }

  /// Writes an option into the configuration beside the loop, because a disk may take its time.
  private func keep(_ name: String, _ value: String?) {
    do {
      let keeping = try environment.keeping(name, as: value)
      jobs.start(
        .options, report: { _ in .settled },
        work: { _ in
          do {
            return .optionKept(name, value: keeping.value, said: try keeping.write())
          } catch { return .failed(String(describing: error)) }
        })
    } catch { handle(.failed(String(describing: error))) }
  }

  private func export(_ request: ExportRequest, to path: String?, mayReplace: Bool) -> Message {
    do {
      if let path {
        return .exported(
          try environment.export(request, to: path, mayReplace: mayReplace), request, path: path)
      }
      let text = try environment.exportText(request)
      guard text.utf8.count <= Self.largestCopy else {
        return .exportFailed(
          "These are \(text.utf8.count / 1_000) kB and the clipboard takes "
            + "\(Self.largestCopy / 1_000) at most; choose a file.")
      }
      backend.copyToClipboard(text)
      return .exported(
        .done(["Copied \(request.title) as \(request.format.rawValue)"]), request, path: "")
    } catch { return .exportFailed(String(describing: error)) }
  }

  /// The most bytes that go to the clipboard: xterm takes 100,000 characters of base64 at most.
  private static var largestCopy: Int { 74_000 }

  private func answer(_ body: () throws -> Message) -> Message {
    do { return try body() } catch { return .failed(String(describing: error)) }
  }
}

extension CopyKind {
  /// What the person reads it as.
  fileprivate var words: String {
    switch self {
    case .address: "address"
    case .title: "title"
    case .bibtex: "BibTeX entry"
    case .markdownLink: "Markdown link"
    case .key: "key"
    }
  }
}
