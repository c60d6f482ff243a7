extension Output {
  /// Whether the result is or becomes a regular file, as opposed to a device, a pipe or a folder.
  var isRegularFile: Bool {
    guard case .file(let path) = destination else { return false }
    guard let status = try? Platform.status(of: path) else { return true }
    return status.kind == .regular
  }
}
