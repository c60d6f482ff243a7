/// A path that is to be written, and what stands there now.
struct OutputFile {
  /// The path as it was given, for messages.
  private let path: String
  /// The place behind all symbolic links: the links stay, what they point to is replaced.
  private let place: String
  private let existing: FileStatus?

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
      throw Self.cannotWrite(path, error.message)
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
      throw Self.cannotWrite(path, error.message)
    }
  }

  /// Has `body` write a new file and moves it to its place if that succeeds.
  func replace(_ body: (ByteSink) throws -> Void) throws {
    let (temporary, sink) = try createTemporary()
    Platform.setUnfinishedFile(temporary)
    defer { Platform.setUnfinishedFile(nil) }
    do {
      try fill(sink, body)
      try Platform.rename(temporary, to: place)
    } catch {
      Platform.remove(temporary)
      throw (error as? SystemError).map { Self.cannotWrite(path, $0.message) } ?? error
    }
  }

  private func fill(_ sink: ByteSink, _ body: (ByteSink) throws -> Void) throws {
    if let existing { Platform.adopt(existing, by: sink.descriptor) }
    do {
      try body(sink)
    } catch {
      try? sink.close()
      throw error
    }
    try sink.close()
  }

  /// Makes an empty file beside the place, so that moving it there is one step.
  private func createTemporary() throws(Failure) -> (path: String, sink: ByteSink) {
    let folder = Self.folder(of: place)
    while true {
      // Without the file's name in it, which may be as long as a name can be.
      let suffix = String(UInt32.random(in: .min ... .max), radix: 36)
      let temporary = "\(folder)/.actviz-\(Platform.processIdentifier)-\(suffix).tmp"
      do {
        return (
          temporary,
          ByteSink(descriptor: try Platform.open(temporary, .createNew), name: "'\(path)'")
        )
      } catch .exists {
        continue
      } catch .missing {
        throw Self.cannotWrite(path, "there is no folder '\(folder)'")
      } catch {
        throw Self.cannotWrite(
          path, "no file can be made in the folder '\(folder)' (\(error.message))")
      }
    }
  }

  /// The path that a chain of symbolic links ends at, whether or not a file is there.
  private static func pastLinks(_ path: String) throws(Failure) -> String {
    var place = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      guard (try? Platform.statusOfEntry(place).kind) == .link else { return place }
      do {
        let target = try Platform.linkTarget(place)
        place = target.hasPrefix("/") ? target : folder(of: place) + "/" + target
      } catch {
        throw cannotWrite(path, error.message)
      }
    }
    throw cannotWrite(path, "it is a symbolic link that leads nowhere")
  }

  /// The folder that a path's last name stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func cannotWrite(_ path: String, _ reason: String) -> Failure {
    Failure(.cannotCreate, "Cannot write '\(path)': \(reason).")
  }
}
