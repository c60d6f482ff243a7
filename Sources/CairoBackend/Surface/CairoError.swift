import CCairo

/// A failure inside Cairo while an image was drawn.
package struct CairoError: Error, Equatable, CustomStringConvertible {
  /// A status as Cairo numbers it; one that this code does not know survives as its number.
  package struct Status: RawRepresentable, Equatable, Sendable {
    /// Cairo's number.
    package let rawValue: UInt32

    /// Wraps Cairo's number.
    package init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// There was not enough memory.
    package static let noMemory = Status(rawValue: CAIRO_STATUS_NO_MEMORY.rawValue)
  }

  /// What went wrong.
  package let status: Status
  /// What was being done.
  package let operation: String

  /// Makes an error.
  package init(status: Status, operation: String) {
    self.status = status
    self.operation = operation
  }

  /// Cairo's words for the status.
  package var message: String {
    String(cString: cairo_status_to_string(cairo_status_t(rawValue: status.rawValue)))
  }

  /// One sentence: the operation and Cairo's words.
  package var description: String {
    "\(operation) failed: \(message) (Cairo status \(status.rawValue))"
  }

  /// Throws unless the status is success; a status that nobody knows is a failure too.
  static func check(_ status: cairo_status_t, _ operation: String) throws {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError(status: Status(rawValue: status.rawValue), operation: operation)
    }
  }
}
