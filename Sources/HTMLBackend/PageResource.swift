/// What every page holds: files that stand beside this one and are built into the program.
enum PageResource {
  /// The style sheet.
  static let style = text(PackageResources.page_css)

  /// gennorm for any exponent.
  static let gennorm = bare(text(PackageResources.gennorm_js))

  /// rational for any coefficients.
  static let rational = bare(text(PackageResources.rational_js))

  /// The script, with declarations of what it computes; see ``LiveCurves/script``.
  ///
  /// What draws functions of x and y, and what makes sliders, stands in pages that have such alone.
  static func script(computing declarations: String, drawsFields: Bool, hasSliders: Bool) -> String
  {
    let parts =
      [
        PackageResources.data_js, PackageResources.scales_js, PackageResources.ticks_js,
        PackageResources.curves_js, PackageResources.panels_js,
      ]
      + (drawsFields
        ? [PackageResources.fields_js, PackageResources.levels_js, PackageResources.points_js] : [])
      + [PackageResources.view_js, PackageResources.reading_js, PackageResources.gestures_js]
      + (hasSliders ? [PackageResources.sliders_js] : [])
      + [PackageResources.taking_js, PackageResources.start_js]
    return bare(declarations) + parts.map { bare(text($0)) }.joined()
  }

  /// A script without indentation and without the lines that are comments, which stand in this repository.
  private static func bare(_ script: String) -> String {
    script.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { !$0.hasPrefix("//") }.map { $0 + "\n" }.joined()
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
