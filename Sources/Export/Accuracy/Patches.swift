import Activations
import Formulas

/// The places that need a value of their own: kinks, 0 and both infinities, and NaN for NaN.
struct Patches {
  private let truths: [Truth]
  private let order: Int
  /// The code on the left of a seam and on its right.
  private let sides: [Double: (left: Int, right: Int)]

  init(_ truths: [Truth], _ order: Int, _ sides: [Double: (Int, Int)]) {
    (self.truths, self.order) = (truths, order)
    self.sides = sides.mapValues { (left: $0.0, right: $0.1) }
  }

  /// Gives these places their values where the code errs.
  ///
  /// - Throws: `CodePrograms.Obstacle` where the value, or the place itself, changes with arguments in a way that is not seen.
  func applied(to result: Int, _ code: inout Code) throws(CodePrograms.Obstacle) -> Int {
    var result = result
    let x = code.emit(.x)
    for place in places(&code) where !isRight(result, at: place.xs, code) {
      guard let value = value(at: place.xs, &code) else {
        if truths[0].isSlice { continue }
        throw CodePrograms.Obstacle("a value at a place of its own changes with its arguments")
      }
      result = code.emit(.select(.equal, x, place.step, value, otherwise: result))
    }
    for truth in truths where !truth.isSlice {
      // A page is read beside a corner that moves, never on it.
      for place in truth.places
      where truth.care == .published && !isRight(result, at: place.x, truth, code) {
        throw CodePrograms.Obstacle("a place of its own changes with its arguments")
      }
    }
    if !code.values(of: result, at: [.nan], truths[0].arguments)[0].isNaN {
      result = code.emit(.select(.unequal, x, x, x, otherwise: result))
    }
    // The other variable is the first of the arguments.
    let held = [.nan] + truths[0].arguments.dropFirst()
    if truths[0].isSlice, !code.values(of: result, at: [1], held)[0].isNaN {
      let other = code.emit(.argument(0))
      result = code.emit(.select(.unequal, other, other, other, otherwise: result))
    }
    return result
  }

  /// The places, with where each is for every truth: numbers that all share, and arguments or their opposites.
  private func places(_ code: inout Code) -> [(step: Int, xs: [Double])] {
    let lists = truths.map { $0.places.map(\.x) }
    var places = Seams.shared(by: lists).map { x in
      (step: code.number(x), xs: truths.map { _ in x })
    }
    for place in truths[0].arguments.indices {
      for sign in [1.0, -1] {
        let xs = truths.map { sign * $0.arguments[place] }
        guard zip(truths, xs).allSatisfy({ $0.looks(at: $1) }) else { continue }
        let argument = code.emit(.argument(place))
        places.append((sign < 0 ? code.emit(.negate(argument)) : argument, xs))
      }
    }
    return places
  }

  /// Whether a result is right at the place of every truth.
  private func isRight(_ result: Int, at xs: [Double], _ code: Code) -> Bool {
    zip(truths, xs).allSatisfy { isRight(result, at: $1, $0, code) }
  }

  private func isRight(_ result: Int, at x: Double, _ truth: Truth, _ code: Code) -> Bool {
    guard let value = truth.value(at: x, order) else { return true }
    let rounded = truth.type.rounded(value)
    let found = code.values(of: result, at: [x], truth.arguments)[0]
    return found == rounded || found.isNaN && rounded.isNaN
      || truth.type.ulps(of: found, from: rounded).magnitude <= Bar.of(order: order).ulps
  }

  /// The value at a place: a number, the mean of both sides, or that of two arguments, of one and 0, or of one twice.
  private func value(at xs: [Double], _ code: inout Code) -> Int? {
    let values = zip(truths, xs).compactMap { $0.value(at: $1, order) }.map(code.type.rounded)
    if let value = values.first, Set(values).count == 1 { return code.number(value) }
    let arguments = truths[0].arguments.indices.map { code.emit(.argument($0)) }
    var candidates = arguments + arguments.map { code.emit(.negate($0)) }
    let terms = candidates + [code.number(0)]
    let half = code.number(0.5)
    for (place, a) in terms.enumerated() {
      for b in terms[(place + 1)...] {
        candidates.append(code.emit(.multiply(half, code.emit(.add(a, b)))))
      }
    }
    if let (left, right) = sides[xs[0]], Set(xs).count == 1 {
      // Where the seam is no number of the type its neighbour lies on one side of it.
      candidates += [left, right, code.emit(.multiply(half, code.emit(.add(left, right))))]
    }
    return candidates.first { isRight($0, at: xs, code) }
  }
}

extension Truth {
  /// The value at a place that is looked at alone; nil where nobody can tell, or it is none.
  ///
  /// Of a function of two variables that is where the other is as great too.
  fileprivate func value(at place: Double, _ order: Int) -> Double? {
    if let found = places.first(where: { $0.x == place }) { return found.values[order] }
    guard isSlice, let index = points.firstIndex(of: place) else { return nil }
    let value = columns[order][index]
    return value.isNaN ? nil : value
  }

  /// Whether a place is one of those.
  fileprivate func looks(at place: Double) -> Bool {
    places.contains { $0.x == place } || isSlice && points.contains(place)
  }
}
