import Foundation
import Synchronization

/// Whether ^C was pressed, for work that stops at a safe place.
enum Interruption {
  private static let wasAsked = Atomic(false)

  /// True after ^C.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// Lets ^C ask for an end from now on instead of ending the program.
  ///
  /// - Parameter endingReads: True when ^C also ends waiting for input.
  static func listen(endingReads: Bool = false) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = handler
    #else
      action.__sigaction_handler.sa_handler = handler
    #endif
    action.sa_flags = endingReads ? 0 : SA_RESTART
    sigaction(SIGINT, &action, nil)
  }

  /// Forgets an earlier ^C.
  static func forget() { wasAsked.store(false, ordering: .relaxed) }

  private static let handler: @convention(c) (Int32) -> Void = { _ in
    Interruption.wasAsked.store(true, ordering: .relaxed)
  }
}
