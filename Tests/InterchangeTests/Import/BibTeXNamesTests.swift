import Interchange
import ReadingModel
import Testing

@Suite("Names in BibTeX")
struct BibTeXNamesTests {
  @Test(
    "Names are written in the order they are said",
    arguments: [
      ("Ludwig van Beethoven", ["Ludwig van Beethoven"]),
      ("van Beethoven, Ludwig", ["Ludwig van Beethoven"]),
      ("King, Jr., Martin Luther", ["Martin Luther King Jr."]),
      ("Vaswani,Ashish AND Shazeer,\n  Noam", ["Ashish Vaswani", "Noam Shazeer"]),
      ("{Barnes and Noble, Inc.} and Ann Lee", ["Barnes and Noble, Inc.", "Ann Lee"]),
      ("{Google DeepMind}", ["Google DeepMind"]),
      ("Hern{\\'a}ndez-Lobato, Jos\\'e Miguel", ["José Miguel Hernández-Lobato"]),
      ("\\'{E}. Tard{\\o}s and B{\\\"o}rje~Mattsson", ["É. Tardøs", "Börje Mattsson"]),
      ("Ann Lee and others", ["Ann Lee", Paper.otherAuthors]),
      ("Lee, Ann and others", ["Ann Lee", Paper.otherAuthors]),
      ("Ann Lee et al.", ["Ann Lee", Paper.otherAuthors]),
      ("Lee, Ann,", ["Ann Lee"]), (", Ann", ["Ann"]), ("Lee,", ["Lee"]),
      ("Anderson Brand", ["Anderson Brand"]), ("and and Ann Lee and", ["Ann Lee"]),
      ("Alec Radford, Jeffrey Wu, Rewon Child", ["Alec Radford", "Jeffrey Wu", "Rewon Child"]),
      (
        "family=Ackooij, given=W., prefix=van, useprefix=true and given=Ann, family={Lee Roy}",
        ["W. van Ackooij", "Ann Lee Roy"]
      ),
      ("given=A=B, family=C", ["A=B C"]), ("", []), ("{}", []),
      ("{{NVIDIA}} and {\\relax Ch}. Li", ["NVIDIA", "Ch. Li"]),
    ])
  func names(list: String, names: [String]) throws {
    let read = try Read("@misc{k, title = {T}, author = {\(list)}}", as: "bibtex")
    #expect(read.entries.first?.paper.authors == names)
  }

  @Test("Editors stand in for authors")
  func editors() throws {
    let read = try Read("@book{k, title = {T}, editor = {Lee, Ann}}", as: "bibtex")
    #expect(read.entries.first?.paper.authors == ["Ann Lee"])
  }
}
