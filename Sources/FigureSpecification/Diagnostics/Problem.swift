import Activations
import Figures
import Formulas

/// What is wrong with what a user asked for: of which key, where it stands, and what would be right.
package struct Problem: Error, Equatable {
  /// The key that is wrong; nil for what belongs to none.
  package var key: KeyName?
  /// Where it stands.
  package var place: Place
  /// Names the wrong thing and what would be right.
  package var sentence: Sentence
  /// Lines to be printed before the sentence: a formula, and a caret under what is wrong.
  package var excerpt: String?
  /// In which line of the value it is, from 0, where that has several.
  var line: Int?

  package init(
    _ key: KeyName?, at place: Place = .program, _ sentence: Sentence, excerpt: String? = nil
  ) {
    self.key = key
    self.place = place
    self.sentence = sentence
    self.excerpt = excerpt
  }

  /// The sentence behind its place, as in `Line 3 of 'a.yaml': x-range must rise, but '2:1' does not`.
  package var text: String { place.lead + sentence.text(at: place) }

  /// The same problem of a value that stands at a place.
  func at(_ place: Place) -> Problem {
    var problem = self
    problem.place = place
    return problem
  }
}

extension Problem {
  /// A formula's error, under its text and a caret.
  package init(_ key: KeyName, at place: Place, _ error: FormulaError) {
    guard let name = error.missingParameter else {
      self.init(key, at: place, "\(error.description)", excerpt: error.excerpt)
      return
    }
    let option = KeyName.parameters
    // Letters side by side may have been meant for a product, as in `ax`.
    let isProduct =
      (2...3).contains(name.count) && name.hasSuffix("x") && name.allSatisfy(\.isLetter)
    let product = name.map(String.init).joined(separator: "*")
    let hint: Sentence = isProduct ? " A product is written with '*': \(product)." : ""
    self.init(
      key, at: place,
      """
      '\(name)' has no value; give it one with \(option) \(name)=1, or several: \(option) \(name)=0.5,1,2.\(hint)
      """, excerpt: error.excerpt)
  }

  /// A typeset text's error, under the text and a caret.
  package init(_ key: KeyName?, at place: Place = .program, _ error: TypesettingError) {
    var sentence = error.description
    if let command = error.unknownCommand {
      let hint = NearestName.to(command, among: RichText.commands)
      sentence =
        sentence.dropLast()
        + (hint.map { "; did you mean \($0)?" } ?? "; Documentation/typesetting.md lists them all.")
    }
    self.init(
      key, at: place, "\(sentence)",
      excerpt: Excerpt(of: error.text, at: error.offset).description)
  }
}
