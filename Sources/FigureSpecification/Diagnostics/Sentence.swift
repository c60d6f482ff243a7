/// A sentence that speaks of keys: of `--x-range` to who typed options, of `x-range` to who wrote a file.
///
///     let sentence: Sentence = "\(Keys.xRange.name) must rise, but '2:1' does not."
package struct Sentence: Equatable, Sendable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Equatable, Sendable {
    case text(String)
    case key(KeyName)
  }

  fileprivate var parts: [Part]

  package init(stringLiteral text: String) {
    parts = [.text(text)]
  }

  package init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  /// The sentence for who reads of a place.
  package func text(at place: Place) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .key(let name): place.isInFile ? name.text : "--" + name.text
      }
    }.joined()
  }

  /// Collects text and keys.
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ text: String) {
      parts.append(.text(text))
    }

    package mutating func appendInterpolation(_ name: KeyName) {
      parts.append(.key(name))
    }

    package mutating func appendInterpolation(_ sentence: Sentence) {
      parts += sentence.parts
    }

    package mutating func appendInterpolation(_ text: String) {
      parts.append(.text(text))
    }

    package mutating func appendInterpolation(_ text: Substring) {
      parts.append(.text(String(text)))
    }

    package mutating func appendInterpolation(_ number: Int) {
      parts.append(.text(String(number)))
    }
  }
}
