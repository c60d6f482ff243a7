import Activations
import Export
import FigureSpecification
import Figures
import Formulas
import HTMLBackend

/// What computes the curves of a figure in a page: each function as JavaScript, written and measured as `export` does it.
struct PageCurves {
  /// What the page is given.
  private(set) var live = LiveCurves()
  private let sliders: Sliders
  /// The functions in the order of `live`.
  private var functions: [Function] = []

  /// The largest error that is no less than what a page promises of its curves, 10^−12: of a function that errs by more, the
  /// picture's points are shown.
  private static let limit = 4096.0

  /// So many functions are written by themselves, a second or so each; more are drawn from the picture's points.
  private static let most = 12
  private var alone = 0

  /// Writes the functions of a figure's curves, as far as they can be written.
  ///
  /// - Parameter command: How it was asked for; nil where no command line says that.
  init(_ figure: FigureRequest, _ sliders: Sliders, as command: (Command, Settings)? = nil) {
    self.sliders = sliders
    let curves = figure.panels.flatMap(\.curves)
    let shown = Self.distinct(curves.flatMap { [$0.function] + [$0.reference].compactMap(\.self) })
    ProgressLine.begin(.init("writing code", counting: "functions", total: shown.count))
    for family in Dictionary(grouping: shown.indices, by: { shown[$0].name }).values
      .sorted(by: { $0[0] < $1[0] })
    {
      let members = family.map { shown[$0] }
      let quantities = Set(
        curves.filter { curve in members.contains { $0.isTwin(of: curve.function) } }
          .map(\.quantity))
      add(members, showing: quantities)
    }
    live.sources = figure.panels.map { panel in
      panel.curves.map { source(of: $0, on: panel.yScale) }
    }
    live.command =
      command.flatMap { try? PageCommand($0.0, $0.1, sliders, of: shown).words } ?? []
    live.owners = figure.panels.map { panel in
      panel.curves.map { curve in shown.firstIndex(where: curve.function.isTwin) }
    }
    for panel in figure.panels {
      let source = panel.field.flatMap { field($0) }
      live.fields.append(source)
    }
    live.sliders = sliders.all.map { slider in
      let parameter = shown.lazy.flatMap(\.settings).map(\.parameter)
        .first { $0.name == slider.name }
      return LiveCurves.Slider(
        name: slider.name, symbol: parameter?.symbol ?? slider.name, range: slider.range,
        start: slider.start)
    }
  }

  /// What a function of x and y shows, its code added where there is none yet.
  private mutating func field(_ field: FieldRequest) -> LiveCurves.Source? {
    let quantities = [.f, .fx, .fy, .fxx, .fyy].filter {
      $0 == field.quantity || [.f, .fx, .fy].contains($0)
    }
    let places = [field.function, field.reference].compactMap(\.self).map { function -> Int? in
      let known = functions.firstIndex { function.isTwin(of: $0) }
      if let known, has(known, field.quantity.rawValue) { return known }
      guard alone < Self.most else { return nil }
      alone += 1
      guard let code = PageCode(ofXAndY: function, named: stem, quantities, Self.limit) else {
        return nil
      }
      append(function, code, isFirst: true)
      return functions.count - 1
    }
    guard let function = places[0], places.allSatisfy({ $0 != nil }) else { return nil }
    return LiveCurves.Source(
      function: function, quantity: field.quantity.rawValue,
      reference: places.count > 1 ? places[1] : nil)
  }

  private static func distinct(_ functions: [Function]) -> [Function] {
    functions.reduce(into: []) { found, function in
      if !found.contains(where: function.isTwin) { found.append(function) }
    }
  }

  private func source(of curve: CurveRequest, on scale: ScaleKind) -> LiveCurves.Source? {
    func place(_ function: Function) -> Int? {
      functions.firstIndex { function.isTwin(of: $0) }
    }
    let quantity = curve.quantity.rawValue
    guard let subject = place(curve.function), has(subject, quantity) else { return nil }
    switch curve.measure {
    case .value: return LiveCurves.Source(function: subject, quantity: quantity)
    case .difference(let reference):
      guard let other = place(reference), has(other, quantity) else { return nil }
      return LiveCurves.Source(
        function: subject, quantity: quantity, reference: other, isUnsigned: scale == .log)
    case .ulps: return nil
    }
  }

  private func has(_ function: Int, _ quantity: String) -> Bool {
    live.functions[function].quantities.contains { $0.quantity == quantity }
  }

  // MARK: Code

  /// Adds functions of one name: by one code with arguments where they differ in values alone, else each by its own.
  private mutating func add(_ members: [Function], showing quantities: Set<Quantity>) {
    defer { ProgressLine.progress.advance(members.count) }
    let isMoved = members[0].settings.contains { !sliders.ends(of: $0.parameter.name).isEmpty }
    let code =
      members.count > 1 || isMoved
      ? PageCode(of: members, named: stem, quantities, sliders, Self.limit) : nil
    if let code {
      for (place, member) in members.enumerated() {
        append(member, code, isFirst: place == 0)
      }
      return
    }
    for member in members where alone < Self.most {
      alone += 1
      if let code = PageCode(of: [member], named: stem, quantities, Sliders(), Self.limit) {
        append(member, code, isFirst: true)
      }
    }
  }

  private var stem: String { "f\(functions.count)" }

  private mutating func append(_ function: Function, _ code: PageCode, isFirst: Bool) {
    functions.append(function)
    live.functions.append(
      LiveCurves.Function(
        name: function.legend, code: isFirst ? code.text : "", quantities: code.quantities,
        parameters: code.arguments.map { name in
          (name, function.settings.first { $0.parameter.name == name }?.value ?? .nan)
        },
        isFixed: function.settings.map(\.parameter.name).contains {
          !sliders.ends(of: $0).isEmpty && !code.arguments.contains($0)
        }))
  }
}

extension CurveRequest {
  /// What its quantity is measured against, if anything.
  fileprivate var reference: Function? {
    switch measure {
    case .value: nil
    case .difference(let reference), .ulps(let reference, _): reference
    }
  }
}
