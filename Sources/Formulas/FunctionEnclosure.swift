import Activations

/// A function evaluated over cells: what holds its quantities there, and whether they are defined and continuous.
///
/// What a formula states is enclosed by its program. A function of the catalogue is enclosed by its definition, and
/// breaks at the kinks that its kernel declares and nowhere else.
package struct FunctionEnclosure: EnclosedFunction {
  private let form: Form
  /// What evaluates the function at points.
  private let activation: any Activation
  /// Whether the kinks of the activation are all that it has, as for a kernel.
  private let isDeclared: Bool

  /// What is stated, and what else follows from it.
  fileprivate enum Form {
    /// f, and the gate where there is one.
    case activation(ProgramEnclosure, gate: ProgramEnclosure?)
    case gate(ProgramEnclosure)
    /// A density up to a factor, between the points where it is cut off.
    case density(ProgramEnclosure, scale: Interval, domain: Interval)
    case slope(ProgramEnclosure)
    /// The integral of another one's gate.
    indirect case integral(FunctionEnclosure)
  }

  /// Prepares a function for cells.
  package init(_ function: Function) {
    self.init(
      function.activation, of: function.family, at: function.settings.map(\.value))
  }

  fileprivate init(_ activation: any Activation, of family: FunctionFamily, at values: [Double]) {
    self.activation = activation
    if let form = Form(stated: activation, family, values) {
      (self.form, isDeclared) = (form, false)
    } else {
      (form, isDeclared) = (Form(defined: family, values, activation), true)
    }
  }

  /// The quantity over a cell.
  package func enclosure(of quantity: Quantity, over cell: Interval) -> Enclosure {
    if quantity.needsGate, activation.gated == nil { return Enclosure(.empty, .unknown) }
    let jet =
      quantity.needsGate
      ? gate(cell, order: quantity.order) : jet(cell, order: quantity.order)
    let kinks = quantity.needsGate ? activation.gated?.gateKinks ?? [] : activation.kinks
    let value =
      quantity == .sign
      ? jet.value + jet.value + Enclosure(Interval(-1), .smooth) : jet[quantity.order]
    return settled(value, kinks, quantity.order, cell)
  }

  package func enclosure(of u: Enclosure, order: Int) -> EnclosureJet {
    var jet = jet(u.range, order: order)
    jet.value = settled(jet.value, activation.kinks, 0, u.range)
    if order > 0 { jet.first = settled(jet.first, activation.kinks, 1, u.range) }
    if order > 1 { jet.second = settled(jet.second, activation.kinks, 2, u.range) }
    return jet
  }

  /// What the declared kinks of a kernel say of a cell: that it has values everywhere, and breaks there alone.
  private func settled(_ enclosure: Enclosure, _ kinks: [Kink], _ order: Int, _ cell: Interval)
    -> Enclosure
  {
    guard isDeclared, !cell.isEmpty else { return enclosure }
    let orders = kinks.filter { cell.contains($0.x) }.map(\.order)
    let decoration: Enclosure.Decoration =
      orders.isEmpty ? .smooth : orders.contains { $0 <= order } ? .defined : .continuous
    return Enclosure(enclosure.range.isEmpty ? .whole : enclosure.range, decoration)
  }

  /// f, f′ and f″ over a cell.
  private func jet(_ cell: Interval, order: Int) -> EnclosureJet {
    let x = EnclosureJet(x: cell)
    switch form {
    case .activation(let program, _): return program.enclosure(of: x.value, order: order)
    case .gate(let program) where program.isStep:
      var jet = x * gate(cell, order: order)
      // That of relu, which is nowhere below 0.
      jet.value.range = jet.value.range.intersection(Interval(0, .infinity))
      return jet
    case .gate, .density: return x * gate(cell, order: order)
    case .slope(let program):
      let slope = program.enclosure(of: x.value, order: max(order - 1, 0))
      return EnclosureJet(
        integral(of: slope.value, over: cell, activation.value(at:)), slope.value, slope.first)
    case .integral(let base):
      let gate = base.gate(cell, order: max(order - 1, 0))
      return EnclosureJet(
        integral(of: gate.value, over: cell, activation.value(at:)), gate.value, gate.first)
    }
  }

  /// H, H′ and H″ over a cell.
  private func gate(_ cell: Interval, order: Int) -> EnclosureJet {
    let x = EnclosureJet(x: cell)
    switch form {
    case .gate(let program), .activation(_, .some(let program)):
      return program.enclosure(of: x.value, order: order)
    case .density(let program, let scale, let domain):
      let density = Self.cut(
        program.enclosure(of: x.value, order: max(order - 1, 0)).map { part in
          part.map { $0 * scale }
        },
        cell, domain)
      let gate = activation.gated.map { gated in
        integral(of: density.value, over: cell) { gated.gateValue(at: $0) }
      }
      return EnclosureJet(gate ?? .unknown, density.value, density.first)
    case .integral(let base): return base.gate(cell, order: order)
    case .activation(_, nil), .slope: return .unknown
    }
  }

  /// A density is 0 where its formula has no value, and outside its domain.
  private static func cut(_ density: EnclosureJet, _ cell: Interval, _ domain: Interval)
    -> EnclosureJet
  {
    let zero = EnclosureJet(0)
    if cell.high < domain.low || cell.low > domain.high { return zero }
    let isInside = cell.low > domain.low && cell.high < domain.high
    guard !(isInside && density.value.isDefined) else { return density }
    return density.map { part in
      Enclosure(part.range.hull(Interval(0)), part.isDefined ? .defined : .unknown)
    }
  }

  /// An integral, by its slope and its values at the ends, which are good to 10⁻¹³ of them.
  private func integral(
    of slope: Enclosure, over cell: Interval, _ value: (Double) -> Double
  ) -> Enclosure {
    guard !cell.isEmpty else { return Enclosure(.empty, .unknown) }
    let ends = [cell.low, cell.high].map { end in
      Interval(value(end)).widened(byShare: 1e-13) + Interval(-1e-15, 1e-15)
    }
    let isMonotone = slope.range.low >= 0 || slope.range.high <= 0
    let width = Interval(0) + (Interval(cell.high) - Interval(cell.low)).hull(Interval(0))
    let range = isMonotone ? ends[0].hull(ends[1]) : ends[0] + width * slope.range
    return Enclosure(range, slope.isDefined ? max(slope.decoration, .continuous) : slope.decoration)
  }
}

extension FunctionEnclosure.Form {
  /// That of a formula; nil for a kernel.
  init?(stated activation: any Activation, _ family: FunctionFamily, _ values: [Double]) {
    switch activation {
    case let formula as FormulaActivation:
      self = .activation(
        .init(callingOf: formula.program),
        gate: formula.product.map { .init(callingOf: $0.program) })
    case let formula as FormulaGate: self = .gate(.init(callingOf: formula.program))
    case let formula as FormulaDensity:
      self = .density(.init(callingOf: formula.program), of: formula)
    case let formula as FormulaSlope: self = .slope(.init(callingOf: formula.program))
    case let integral as GateIntegral:
      self = .integral(FunctionEnclosure(integral.base, of: family, at: values))
    default: return nil
    }
  }

  /// That of a function's definition.
  init(defined family: FunctionFamily, _ values: [Double], _ activation: any Activation) {
    let text = family.definition.text { name in
      zip(family.parameters, values).first { $0.0.name == name }?.1
    }
    let named = Dictionary(
      zip(family.parameters.map(\.name), values), uniquingKeysWith: { first, _ in first })
    let formula = try? Formula(defining: family, as: text)
    let program = ProgramEnclosure(
      callingOf: formula.flatMap { try? Compiler.program($0.programmed, parameters: named) }
        ?? .undefined)
    switch formula?.kind {
    case .activation, nil: self = .activation(program, gate: nil)
    case .gate, .sign: self = .gate(program)
    case .density: self = .density(program, of: activation)
    case .slope: self = .slope(program)
    }
  }

  /// A density with its factor, as a point tells it.
  private static func density(_ program: ProgramEnclosure, of activation: any Activation) -> Self {
    let domain = (activation as? FormulaDensity)?.domain.map {
      Interval($0.lowerBound, $0.upperBound)
    }
    let points = [0.125, -0.125, 1, -1, 0.015625, 3, -3, 0.001]
    let factors = points.compactMap { x -> Double? in
      let raw = program.enclosure(of: EnclosureJet(x: Interval(x)).value, order: 0).value.range
      let factor = activation.columns([.density], at: [x])[0][0] / raw.low
      return factor.isFinite && factor != 0 && raw.low.magnitude > 1e-200 ? factor : nil
    }
    let scale = Interval(factors.first ?? 1).widened(byShare: 1e-13)
    return .density(program, scale: scale, domain: domain ?? .whole)
  }
}

extension ProgramEnclosure {
  /// A program with the functions that it calls.
  init(callingOf program: Program) {
    let program = Compiler.overCells(program)
    self.init(
      program,
      callees: program.callees.map {
        FunctionEnclosure($0.activation, of: $0.family, at: $0.values)
      })
  }
}
