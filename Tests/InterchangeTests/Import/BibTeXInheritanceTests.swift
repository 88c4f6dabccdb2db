import Foundation
import Interchange
import ReadingModel
import Testing

@Suite("Inheritance in BibTeX")
struct BibTeXInheritanceTests {
  @Test("A paper inherits from the volume behind it, and names keep their meaning")
  func crossref() throws {
    let read = try Read(
      """
      @inproceedings{paper, title = {A Paper}, author = {Ann Lee}, crossref = {Volume}}
      @inproceedings{dated, title = {Dated}, date = {2001}, crossref = {volume}}
      @article{essay, title = {An Essay}, crossref = {issue}}
      @proceedings{volume, title = {Proceedings of X}, editor = {Ed Itor}, year = 2015,
        doi = {10.1000/volume}, url = {https://example.org/volume}}
      @periodical{issue, title = {The Journal}, date = {2007-12}}
      """, as: "bibtex")
    let papers = read.entries.map(\.paper)
    #expect(papers[0].title == "A Paper")
    #expect(papers[0].venue == "Proceedings of X 2015")
    #expect(papers[0].authors == ["Ann Lee"])
    #expect(papers[0].identifiers.isEmpty && papers[0].links.isEmpty)
    #expect(papers[1].year == 2001)
    #expect(papers[2].venue == "The Journal 2007")
    #expect(read.warnings.isEmpty)
  }

  @Test("The title of a book in several volumes is not the title of each")
  func volumes() throws {
    let read = try Read(
      """
      @mvbook{all, title = {The Whole}, author = {Ann Lee}}
      @book{one, title = {The First}, crossref = {all}}
      @inbook{part, title = {A Part}, crossref = {one}}
      """, as: "bibtex")
    #expect(read.entries.map(\.paper.title) == ["The Whole", "The First", "A Part"])
    #expect(read.entries[1].paper.authors == ["Ann Lee"])
    #expect(read.entries[2].paper.venue == "The First")
  }

  @Test("Collections of data give all of their fields, also through one another")
  func xdata() throws {
    let read = try Read(
      """
      @xdata{name, publisher = {A Press}}
      @xdata{both, xdata = {name, tags}}
      @book{book, title = {T}, year = 2016, xdata = {both}}
      @xdata{tags, keywords = {shared}}
      """, as: "bibtex")
    #expect(read.entries[2].paper.venue == "A Press 2016")
    #expect(read.entries[2].marks.tags == ["shared"])
  }

  @Test("A circle ends, and what is not there is told of")
  func circles() throws {
    let read = try Read(
      """
      @book{a, title = {A}, crossref = {b}}
      @book{b, crossref = {a}, year = 2001}
      @book{c, title = {C}, crossref = {nowhere}}
      """, as: "bibtex")
    #expect(read.entries.map(\.paper.year) == [2001, 2001, nil])
    #expect(read.warnings.map(\.line) == [3])
    #expect(read.warnings.first?.message.contains("nowhere") == true)
  }
}
