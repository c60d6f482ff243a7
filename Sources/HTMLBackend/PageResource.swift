/// What every page holds: files that stand beside this one and are built into the program.
enum PageResource {
  /// The style sheet.
  static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
}
