// Made by Scripts/width-table.py from Unicode 18.0.0; change the script, not this file.

/// The Latin letter without its marks for each letter of the blocks of accented Latin.
enum LatinFolding {
  /// U+00C0 to U+024F, one ASCII character each.
  static let extended = Array(
    """
    AAAAAAACEEEEIIIIDNOOOOO?OUUUUYTsaaaaaaaceeeeiiiidnooooo?ouuuuytyAaAaAaCcCcCcCcDd\
    DdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNn?NnOoOoOoOoRrRrRrSsSsSs\
    SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzsbBBbbbOCcDDDddEEEFfGGhIIKklLMNnOOoOoPp???SstTtTU\
    uUVYyZzZZzz?????????DDdLLlNNnAaIiOoUuUuUuUuUueAaAaAaGgGgKkOoOoZ?jDDdGgHWNnAaAaOo\
    AaAaEeEeIiIiOoOoRrRrUuUuSsTtYyHhNdOoZzAaEeOoOoOoOoYylntj??ACcLTsz??BUVEeJjQqRrYy
    """.utf8)

  /// U+1E00 to U+1EFF, one ASCII character each.
  static let additional = Array(
    """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOo\
    OoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwyasssSd\
    AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUu\
    UuYyYyYyYyLlVvYy
    """.utf8)
}
