import CProcess

/// Ctrl-C as a question for the report of what was seen so far.
enum Interrupt {
  /// From now on the first Ctrl-C does not end the process; a second one does.
  static func note() { process_note_interrupt() }

  /// Whether it was pressed.
  static var isAsked: Bool { process_is_interrupted() != 0 }
}
