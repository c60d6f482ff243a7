import Activations
import Figures

// How functions of x and y are drawn.
extension Keys {
  static let planes: [Key] = [form.key, slices.key, zRange.key]

  package static let form = OptionalKey(
    Key(
      "as", .text, .panel, .panels, Command.drawing, value: "name",
      """
      How functions of x and y are drawn: field, colours with contour lines; contours alone; slices, curves over x for \
      values of y. field unless given.
      """
    ).completed(.words(words(SurfaceForm.self))), ValueReaders.choice as ValueReader<SurfaceForm>)

  package static let slices = OptionalKey(
    Key(
      "slices", .list, .panel, .panels, Command.drawing, value: "list",
      "The values of y that slices are for; -2,-1,0,1,2 unless given, or five that divide --y-range."
    ).hyphened(), ValueReaders.slices)

  package static let zRange = OptionalKey(
    Key(
      "z-range", .range, .panel, .panels, Command.drawing, value: "lo:hi",
      "The values of functions of x and y that colours span, or the y-axis of slices; fitted unless given."
    ).hyphened().known(as: "zlim", "clim", "vmin", "vmax"), ValueReaders.range)

  /// The most slices of a function: more cannot be told apart.
  package static let sliceLimit = 100
}

/// How a function of x and y is drawn.
package enum SurfaceForm: String, CaseIterable, Sendable {
  /// Colours, with contour lines over them.
  case field
  /// Contour lines alone.
  case contours
  /// Curves over x, one for each of some values of y.
  case slices
}

extension ValueReaders {
  /// Values of y, each once.
  static func slices(_ text: String, _ key: KeyName) throws(Problem) -> [Double] {
    let all = try numbers(text, key)
    if let number = all.first(where: { !$0.isFinite }) {
      throw Problem(key, "\(key) are finite values of y, not \(Decimal.text(number)).")
    }
    var slices: [Double] = []
    for value in all where !slices.contains(value) { slices.append(value) }
    guard slices.count <= Keys.sliceLimit else {
      throw Problem(
        key,
        "\(key) are at most \(Keys.sliceLimit) values, which can be told apart, not \(slices.count)."
      )
    }
    return slices
  }
}
