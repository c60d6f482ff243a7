/// A file that is complete beside its place.
struct StagedFile {
  let file: OutputFile
  /// The path of the complete file.
  let temporary: String

  /// Has `body` write a new file; where it throws, none stays.
  init(for file: OutputFile, _ body: (ByteSink) throws -> Void) throws {
    self.file = file
    let sink: ByteSink
    (temporary, sink) = try file.createTemporary()
    do {
      try Self.fill(sink, like: file.existing, body)
    } catch {
      Platform.removeTemporary(temporary)
      throw error
    }
  }

  private static func fill(
    _ sink: ByteSink, like existing: FileStatus?, _ body: (ByteSink) throws -> Void
  ) throws {
    if let existing { Platform.adopt(existing, by: sink.descriptor) }
    do {
      try body(sink)
    } catch {
      try? sink.close()
      throw error
    }
    try sink.close()
  }

  /// Removes the file.
  func discard() { Platform.removeTemporary(temporary) }
}

/// Files that have been moved to their places, and can be taken back until they are kept.
struct PlacedFiles {
  private var moved: [(file: OutputFile, old: String?)] = []

  /// Moves all files to their places, or none of them.
  ///
  /// `keepsOld` keeps what they replace under a temporary name. No signal comes between two of them.
  init(_ files: [StagedFile], keepsOld: Bool) throws {
    Platform.holdSignals()
    defer { Platform.releaseSignals() }
    for (index, staged) in files.enumerated() {
      let file = staged.file
      // Where a file system has no links, what was there cannot be brought back.
      let old = keepsOld && file.existing != nil ? try? file.linkOld() : nil
      do {
        try Platform.place(temporary: staged.temporary, at: file.place)
      } catch {
        if let old { Platform.removeTemporary(old) }
        takeBack()
        for rest in files[index...] { rest.discard() }
        throw file.failure(error)
      }
      moved.append((file, old))
    }
  }

  /// Puts back what was there before.
  func takeBack() {
    Platform.holdSignals()
    defer { Platform.releaseSignals() }
    for (file, old) in moved.reversed() {
      if let old {
        try? Platform.place(temporary: old, at: file.place)
      } else if file.existing == nil {
        Platform.remove(file.place)
      }
    }
  }

  /// Lets go of what was there before.
  func keep() {
    for case (_, let old?) in moved { Platform.removeTemporary(old) }
  }
}
