/// Rows of a column, in ascending order: a bit for each that may be one of them.
package struct RowSet: Sequence, Sendable {
  /// The bits, 64 rows a word.
  package fileprivate(set) var words: [UInt64]

  /// The rows whose bits are set: that of row r is bit r % 64 of word r / 64.
  package init(_ words: some Sequence<UInt64>) { self.words = Array(words) }

  /// How many there are.
  package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether a row is one of them.
  package subscript(row: Int) -> Bool {
    get { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }
    set {
      let bit: UInt64 = 1 << UInt64(row & 63)
      if newValue { words[row >> 6] |= bit } else { words[row >> 6] &= ~bit }
    }
  }

  /// Those that are not among others.
  package func subtracting(_ others: RowSet) -> RowSet {
    RowSet(zip(words, others.words).lazy.map { $0 & ~$1 })
  }

  package func makeIterator() -> Iterator { Iterator(words) }

  package struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = 0
    private var rest: UInt64 = 0

    fileprivate init(_ words: [UInt64]) {
      self.words = words
      rest = words.first ?? 0
    }

    package mutating func next() -> Int? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      defer { rest &= rest &- 1 }
      return index << 6 | rest.trailingZeroBitCount
    }
  }
}
