import FigureSpecification

/// A folder that a command fills with files; it is made where there is none.
struct ResultFolder {
  private let path: String
  /// Whether it is there already.
  private let exists: Bool

  /// The folder that settings ask for; throws a `Problem`, or a `Failure` where there is something else at its place.
  init(_ settings: Settings) throws {
    guard let path = try settings.value(Keys.output) else {
      throw settings.problem(
        Keys.output, "\(Keys.output.name) is missing: the folder for the files.")
    }
    guard !path.isEmpty, Output(path).destination != .standardOutput else {
      throw settings.problem(
        Keys.output, "\(Keys.output.name) is a folder for several files here, not '\(path)'.")
    }
    self.path = path
    exists = try Self.isThere(path)
  }

  private static func isThere(_ path: String) throws(Failure) -> Bool {
    let status: FileStatus
    do {
      status = try Platform.status(of: path)
    } catch .missing {
      return false
    } catch {
      throw Failure(.cannotCreate, "The folder '\(path)' cannot be used: \(error.message).")
    }
    guard status.kind == .folder else {
      throw Failure(.cannotCreate, "Files are written into a folder, and '\(path)' is none.")
    }
    return true
  }

  /// Writes all files or none, and prints the folder's path.
  func write(_ files: [(name: String, bytes: [UInt8])], quiet: Bool) throws {
    if !exists {
      do {
        try Platform.createFolder(path)
      } catch {
        throw Failure(.cannotCreate, "The folder '\(path)' cannot be made: \(error.message).")
      }
    }
    do {
      var outputs = OutputTransaction()
      for file in files {
        try outputs.add(
          file.bytes,
          to: Output(
            destination: .file(path.hasSuffix("/") ? path + file.name : "\(path)/\(file.name)")))
      }
      try outputs.commit(result: path + "\n", quiet: quiet)
    } catch {
      // What is not empty stays.
      if !exists { Platform.removeFolder(path) }
      throw error
    }
  }
}
