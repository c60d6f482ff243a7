/// A path that is to be written, and what stands there now.
struct OutputFile {
  /// The path as it was given, for messages.
  let path: String
  /// The place behind all symbolic links: the links stay, what they point to is replaced.
  let place: String
  let existing: FileStatus?

  /// Looks at a path; throws a `Failure` (73) where no file can be made there.
  init(path: String) throws(Failure) {
    self.path = path
    guard !path.isEmpty else {
      throw Failure(
        .cannotCreate, "The output file has an empty name; give a path, or - for standard output.")
    }
    do {
      existing = try Platform.status(of: path)
    } catch .missing {
      existing = nil
    } catch {
      throw Self.cannotWrite(path, error.message)
    }
    let isFile = existing.map { $0.kind == .regular } ?? true
    place = isFile ? try Self.pastLinks(path) : path
    try checkExisting()
  }

  private func checkExisting() throws(Failure) {
    guard let existing else { return }
    guard existing.kind != .folder else {
      throw Self.cannotWrite(path, "it is a folder; give the path of a file")
    }
    do {
      try Platform.checkWritable(path)
    } catch {
      throw failure(error)
    }
    // Root may write to anything, but whoever took every write permission away meant it.
    if existing.kind == .regular, existing.permissions & 0o222 == 0 {
      throw Self.cannotWrite(path, "the file is read-only")
    }
  }

  /// Whether there is no file to replace but a device, a pipe or an open descriptor's name.
  var isWrittenDirectly: Bool {
    guard let existing else { return false }
    return existing.kind != .regular
      || ["/dev/fd/", "/dev/std", "/proc/"].contains { path.hasPrefix($0) }
  }

  /// Opens what is there, to write to it directly.
  func openExisting() throws(Failure) -> ByteSink {
    do {
      return ByteSink(descriptor: try Platform.open(path, .writeExisting), name: "'\(path)'")
    } catch {
      throw failure(error)
    }
  }

  /// Makes an empty file beside the place, so that moving it there is one step.
  func createTemporary() throws(Failure) -> (path: String, sink: ByteSink) {
    let folder = Self.folder(of: place)
    do {
      let (temporary, descriptor) = try withFreeName { name throws(SystemError) in
        try Platform.createTemporary(name)
      }
      return (temporary, ByteSink(descriptor: descriptor, name: "'\(path)'"))
    } catch .missing {
      throw Self.cannotWrite(path, "there is no folder '\(folder)'")
    } catch {
      throw Self.cannotWrite(
        path, "no file can be made in the folder '\(folder)' (\(error.message))")
    }
  }

  /// Gives what is there a second, temporary name.
  func linkOld() throws(SystemError) -> String {
    try withFreeName { name throws(SystemError) in
      try Platform.linkTemporary(name, to: place)
    }.name
  }

  /// Tries names beside the place until one is free.
  private func withFreeName<Result>(
    _ body: (String) throws(SystemError) -> Result
  ) throws(SystemError) -> (name: String, result: Result) {
    while true {
      // Without the file's name in it, which may be as long as a name can be.
      let suffix = String(UInt32.random(in: .min ... .max), radix: 36)
      let name = "\(Self.folder(of: place))/.actviz-\(Platform.processIdentifier)-\(suffix).tmp"
      do {
        return (name, try body(name))
      } catch .exists {
        continue
      }
    }
  }

  /// The path that a chain of symbolic links ends at, whether or not a file is there.
  private static func pastLinks(_ path: String) throws(Failure) -> String {
    var place = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      guard (try? Platform.statusOfEntry(place).kind) == .link else { return place }
      let target: String?
      do {
        target = try Platform.linkTarget(place)
      } catch {
        throw cannotWrite(path, error.message)
      }
      guard let target else {
        throw cannotWrite(path, "it is a symbolic link to a name that is not UTF-8")
      }
      place = target.hasPrefix("/") ? target : folder(of: place) + "/" + target
    }
    throw cannotWrite(path, "it is a symbolic link that leads nowhere")
  }

  /// The folder that a path's last name stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path's last name.
  static func name(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) }
      ?? path
  }

  /// What a failed system call means for this file.
  func failure(_ error: SystemError) -> Failure { Self.cannotWrite(path, error.message) }

  private static func cannotWrite(_ path: String, _ reason: String) -> Failure {
    Failure(.cannotCreate, "Cannot write '\(path)': \(reason).")
  }
}
