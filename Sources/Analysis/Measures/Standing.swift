/// How a number that is told stands to what it measures.
public enum Standing: Equatable, Sendable {
  /// It is that number, to the digits that doubles have.
  case equal
  /// What is measured is not 0, but less than all doubles: the number is the least of them.
  case below
  /// What is measured is finite, but more than all doubles: the number is infinite.
  case above
  /// What is measured is that number at most: less could not be told.
  case atMost
  /// Nothing could be told.
  case unknown
}
