/// An open output that takes bytes one piece after another.
struct ByteSink {
  let descriptor: Int32
  /// What messages call the output.
  let name: String

  /// Writes all of some bytes, or throws a `Failure`: 74, or quietly if the reader has left.
  func write(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    do {
      try Platform.writeAll(bytes, to: descriptor)
    } catch {
      throw Self.failure(error, name: name)
    }
  }

  /// Closes the descriptor, which is when some file systems first tell of a full disk.
  func close() throws(Failure) {
    do {
      try Platform.close(descriptor)
    } catch {
      throw Self.failure(error, name: name)
    }
  }

  private static func failure(_ error: SystemError, name: String) -> Failure {
    error == .brokenPipe
      ? .readerHasLeft : Failure(.ioError, "Writing to \(name) failed: \(error.message).")
  }
}
