/// Red, green and blue of xterm's 256 colours (xterm, 256colres.h and its default resources).
enum XtermColors {
  /// The three parts of each colour, in the order of their numbers.
  static let table: [[Int]] = basic + cube + greys

  private static let basic: [[Int]] = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
    [0, 205, 205], [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0],
    [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]

  private static let cube: [[Int]] = {
    let steps = [0, 95, 135, 175, 215, 255]
    var colors: [[Int]] = []
    for red in steps {
      for green in steps {
        for blue in steps { colors.append([red, green, blue]) }
      }
    }
    return colors
  }()

  private static let greys: [[Int]] = (0..<24).map { step in
    let light = 8 + 10 * step
    return [light, light, light]
  }
}
