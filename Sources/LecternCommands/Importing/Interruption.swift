import Foundation
import Synchronization

/// Whether ^C was pressed, for work that stops at a safe place.
enum Interruption {
  private static let wasAsked = Atomic(false)

  /// True after ^C.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// Lets ^C ask for an end from now on instead of ending the program.
  static func listen() {
    signal(SIGINT) { _ in Interruption.wasAsked.store(true, ordering: .relaxed) }
  }
}
