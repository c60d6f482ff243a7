import CProcess

extension Platform {
  /// Makes a new file that a signal which ends the process removes.
  static func createTemporary(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = process_create_temporary(path)
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  /// Gives a file a second name that a signal which ends the process removes.
  static func linkTemporary(_ path: String, to file: String) throws(SystemError) {
    guard process_link_temporary(path, file) == 0 else { throw .last }
  }

  /// Removes a temporary file.
  static func removeTemporary(_ path: String) { process_remove_temporary(path) }

  /// Moves a temporary file to its place, where signals leave it alone.
  static func place(temporary: String, at place: String) throws(SystemError) {
    process_hold_signals()
    defer { process_release_signals() }
    try move(temporary, to: place)
    process_forget_temporary(temporary)
  }

  static func holdSignals() { process_hold_signals() }
  static func releaseSignals() { process_release_signals() }
}
