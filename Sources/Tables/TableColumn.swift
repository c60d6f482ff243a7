import Activations

/// A column of a table: its name, and how its numbers are written.
package struct TableColumn: Equatable, Sendable {
  /// What is written of a column's numbers.
  package enum Content: Sendable {
    /// Their values.
    case number
    /// Their bits in the column's type.
    ///
    /// In text they are hexadecimal digits from the sign down, as many as the type has
    /// (`0x3f80`), a string in JSON; in an array they are unsigned integers.
    case bits
  }

  /// What the header calls it.
  package var name: String
  /// What is written of its numbers.
  package var content: Content
  /// The type whose values its numbers are: that of an array's elements, and of the bits.
  ///
  /// Text holds values as they are given: every value of every type is a double.
  package var type: FloatType

  /// A column of values, unless `content` says bits; of doubles, unless `type` says otherwise.
  package init(_ name: String, _ content: Content = .number, of type: FloatType = .f64) {
    self.name = name
    self.content = content
    self.type = type
  }
}
