import CCairo

/// A failure inside Cairo or libpng while an image was drawn.
public struct CairoError: Error, Equatable, CustomStringConvertible {
  /// A status as Cairo numbers it; one that this code does not know survives as its number.
  public struct Status: RawRepresentable, Equatable, Sendable {
    /// Cairo's number.
    public let rawValue: UInt32

    /// Wraps Cairo's number.
    public init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// All went well.
    public static let success = Status(rawValue: CAIRO_STATUS_SUCCESS.rawValue)
    /// There was not enough memory.
    public static let noMemory = Status(rawValue: CAIRO_STATUS_NO_MEMORY.rawValue)
    /// The image is larger than Cairo can draw.
    public static let invalidSize = Status(rawValue: CAIRO_STATUS_INVALID_SIZE.rawValue)
    /// libpng gave up.
    public static let pngError = Status(rawValue: CAIRO_STATUS_PNG_ERROR.rawValue)
  }

  /// What went wrong.
  public let status: Status
  /// What was being done.
  public let operation: String

  /// Makes an error.
  public init(status: Status, operation: String) {
    self.status = status
    self.operation = operation
  }

  /// Cairo's words for the status.
  public var message: String {
    String(cString: cairo_status_to_string(cairo_status_t(rawValue: status.rawValue)))
  }

  /// One sentence: the operation and Cairo's words.
  public var description: String {
    "\(operation) failed: \(message) (Cairo status \(status.rawValue))"
  }

  /// Throws unless the status is success; a status that nobody knows is a failure too.
  static func check(_ status: cairo_status_t, _ operation: String) throws {
    guard status == CAIRO_STATUS_SUCCESS else {
      throw CairoError(status: Status(rawValue: status.rawValue), operation: operation)
    }
  }
}
