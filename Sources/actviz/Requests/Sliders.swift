import Activations
import FigureSpecification
import Formulas

/// Parameters that a page's reader moves: ranges in place of values, as in `--param a=0.5:4`.
struct Sliders {
  /// A parameter and the range of its values.
  struct Slider {
    let name: String
    let range: ClosedRange<Double>
    /// Its value at first, which the picture shows.
    let start: Double
  }

  /// The sliders, in the order in which they were asked for.
  private(set) var all: [Slider] = []
  /// The settings with a value in place of each range.
  private(set) var settings: Settings

  /// No sliders.
  init() { settings = Settings() }

  /// Takes the ranges out of settings whose picture is a page; those of others stay, and are no values.
  ///
  /// A slider starts at its parameter's default where its range holds that, and in the middle elsewhere. Throws a `Problem`, for an
  /// end of a range too that is outside the parameter's domain.
  init(_ settings: Settings) throws {
    let place = try? ResultPlace(
      settings, Keys.pictureFormat, named: "page", default: PictureFormat.png)
    try self.init(settings, as: place?.format)
  }

  /// The same where the picture's format is known.
  init(_ settings: Settings, as format: PictureFormat?) throws {
    self.settings = settings
    guard format == .html else { return }
    var ends = (low: settings, high: settings)
    let references = try FunctionReader(Settings(settings.all.filter { !$0.isRange }))
      .references(settings.all(Keys.functions))
    for (index, setting) in settings.all.enumerated() {
      guard let (name, range) = try setting.sliderRange() else { continue }
      let standard = references.lazy.flatMap(\.parameters).first { $0.name == name }?.defaultValue
      let middle = range.lowerBound / 2 + range.upperBound / 2
      let start = standard.flatMap { range.contains($0) ? $0 : nil } ?? middle
      all.append(Slider(name: name, range: range, start: start))
      self.settings.all[index] = setting.settled(at: start)
      ends.low.all[index] = setting.settled(at: range.lowerBound)
      ends.high.all[index] = setting.settled(at: range.upperBound)
    }
    guard !all.isEmpty else { return }
    for settings in [ends.low, ends.high] {
      let functions = try FunctionReader(settings, takingTwoVariables: true).functions()
      if let surface = functions.first(where: { $0.surface != nil }) {
        throw settings.problem(
          Keys.functions,
          "Sliders move curves over x, and \(surface.name) is a function of x and y; give its parameters values."
        )
      }
    }
  }

  /// Takes the ranges out of a figure's settings and out of those of its panels; what moves in several panels moves in all of them.
  init(of specification: inout Specification, as format: PictureFormat?) throws {
    try self.init(specification.settings, as: format)
    specification.settings = settings
    for index in specification.panels.indices {
      let panel = specification.panels[index]
      for slider in try Sliders(specification.settings(of: panel), as: format).all {
        try specification.panels[index].settings.settle(slider)
        guard let known = all.first(where: { $0.name == slider.name }) else {
          all.append(slider)
          continue
        }
        guard known.range == slider.range, known.start == slider.start else {
          throw Problem(
            nil, at: panel.place,
            "The slider of \(slider.name) has one range and one start in all panels.")
        }
      }
    }
  }

  /// A function whose name tells no value that a slider changes.
  func named(_ function: Function) -> Function {
    let moved = function.settings.filter { setting in
      all.contains { $0.name == setting.parameter.name }
    }
    guard !moved.isEmpty, function.surface == nil, function.construction == .product else {
      return function
    }
    var named = function.family.function(
      named: function.name, given: function.given.filter { !moved.contains($0) },
      defaults: moved)
    named.title = function.title
    return named
  }

  /// The ends of the range of a parameter; none where it has no slider.
  func ends(of name: String) -> [Double] {
    all.first { $0.name == name }.map { [$0.range.lowerBound, $0.range.upperBound] } ?? []
  }
}

extension Setting {
  /// Whether it gives a range of a parameter.
  fileprivate var isRange: Bool { (try? sliderRange()) != nil }
}

extension Settings {
  /// Puts a slider's start in the place of its range.
  fileprivate mutating func settle(_ slider: Sliders.Slider) throws {
    for index in all.indices where try all[index].sliderRange()?.name == slider.name {
      all[index] = all[index].settled(at: slider.start)
    }
  }
}
