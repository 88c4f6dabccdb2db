import ReadingModel

extension FakeLibrary.Shelf {
  /// The filled shelf with a note on GPT-3 that has all that Markdown is drawn of, and many links.
  static let reading: Self = {
    var shelf = filled
    let links = (1...11).map { "[paper \($0)](https://example.org/\($0))" }
    shelf.papers[PaperID(rawValue: 3)]?.notes = [
      Note(
        id: NoteID(rawValue: 30),
        body: """
          # Claim

          *In-context learning* **grows with size**: 1\\. zero-shot, 2\\. few-shot; see
          [the code](https://example.org/code) and <https://example.org/page>.

          - [x] read table 1 &amp; 2
          - [ ] compare with BERT
            - its `masked` objective

          > Scaling is all there is, or so they say, and say again, and once more so that the line \
          is too long for any column.

          | model | parameters | few-shot |
          |-------|-----------:|:--------:|
          | GPT-2 |       1.5B |    no    |
          | GPT-3 |       175B |  **yes** |

          ```python
          for shot in range(k): prompt += example(shot)  # the whole trick of it, and it is not long, is this
          ```

          ---

          1. 日本語の文も折り返される。注意機構は長い文脈を読むために行列を記憶に書き出さないようにする。
          2. \(links.joined(separator: ", "))
          """,
        created: "2026-02-01T09:00", updated: "2026-02-01T09:00", versions: 1)
    ]
    return shelf
  }()
}
