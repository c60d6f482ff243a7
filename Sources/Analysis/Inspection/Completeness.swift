import Activations
import Formulas

/// Where it could not be decided whether what was found of a quantity of a formula is all that there is.
///
/// Functions of the catalogue are known: their definitions are not asked, in which intervals may lose what kernels keep.
struct Completeness {
  private let survey: Survey
  private let order: Int

  /// Of f (order 0), f′ or f″.
  init(_ survey: Survey, order: Int) { (self.survey, self.order) = (survey, order) }

  /// How many cells of a part of the line are looked at, and how many more for every zero in it,
  /// unless they are a crowd.
  private var budget: Int { order < 2 ? 600 : 2000 }
  private static let budgetOfZero = 64
  private static let crowd = 100

  /// Where there may be zeros besides those that were found.
  ///
  /// A cell is decided where the quantity is not 0 in it, or rises or falls and has been seen to have one zero or none. What is
  /// below 10⁻³⁰⁰ is not told from 0, and what is within 2⁻³⁰ of a zero belongs to it.
  func openToZeros(_ zeros: [SignInterval]) -> [SignInterval] {
    open { part in
      let inside = zeros.filter { $0.low <= part.upperBound && $0.high >= part.lowerBound }
      // So many zeros are those of a wave that is seen but here and there.
      let most = inside.count > Self.crowd ? budget : budget + Self.budgetOfZero * inside.count
      return (most, { isDecided($0, but: inside) })
    }
  }

  /// Whether a cell has no zeros but those that were found.
  private func isDecided(_ cell: ClosedRange<Double>, but zeros: [SignInterval]) -> Bool {
    let range = survey.line.certainties[order].over(cell).range
    if range.isEmpty || !range.contains(0) { return true }
    // A wave that fades is not 0 all along.
    if max(-range.low, range.high) < 0x1p-1000, !survey.line.hasWaves { return true }
    let inside = zeros.filter { $0.low <= cell.upperBound && $0.high >= cell.lowerBound }
    if inside.contains(where: { belongs(cell, to: $0) }) { return true }
    guard order < 2, inside.count < 2, inside.allSatisfy({ $0.low == $0.high }) else {
      return false
    }
    let slope = survey.line.certainties[order + 1].over(cell)
    guard slope.isContinuous, !slope.range.contains(0) else { return false }
    return inside.count == 1 || sign(cell.lowerBound) * sign(cell.upperBound) > 0
  }

  /// Where there may be values beyond a bound, upper ones with `sign` 1, by more than rounding.
  func openBeyond(_ bound: Double, sign: Double) -> [SignInterval] {
    guard bound.isFinite else { return [] }
    let limit = sign * bound + 0x1p-30 * max(abs(bound), 0x1p-30)
    return open { _ in (budget, { isBelow(limit, sign: sign, $0) }) }
  }

  /// Whether the quantity is nowhere in a cell beyond a bound.
  private func isBelow(_ limit: Double, sign: Double, _ cell: ClosedRange<Double>) -> Bool {
    let range = survey.line.certainties[order].over(cell).range
    if range.isEmpty || (sign > 0 ? range.high : -range.low) <= limit { return true }
    guard order < 2, cell.upperBound - cell.lowerBound < .infinity else { return false }
    // Beside an extremum the slope is small: what it adds to the middle's value.
    let middle = cell.lowerBound / 2 + cell.upperBound / 2
    let slope = survey.line.certainties[order + 1].over(cell)
    guard slope.isContinuous, slope.range.isBounded else { return false }
    let half = (cell.upperBound - cell.lowerBound) / 2
    let value = sign * survey.value(order, at: middle)
    return value + half * max(-slope.range.low, slope.range.high) <= limit
  }

  /// Whether a cell is so close to a zero that it is not told from it, or within a stretch of zeros.
  private func belongs(_ cell: ClosedRange<Double>, to zero: SignInterval) -> Bool {
    func slack(_ x: Double) -> Double { max(abs(x), 0x1p-100) * 0x1p-30 }
    return zero.low - slack(zero.low) <= cell.lowerBound
      && cell.upperBound <= zero.high + slack(zero.high)
  }

  private func sign(_ x: Double) -> Int {
    let range = survey.line.certainties[order].over(x...x).range
    return range.contains(0) ? 0 : range.low > 0 ? 1 : -1
  }

  /// How many cells of a part of the line are looked at, and what is certain of one.
  private typealias Question = (budget: Int, isCertain: (ClosedRange<Double>) -> Bool)

  /// What is left when the cells that are certain are taken away.
  private func open(_ question: (ClosedRange<Double>) -> Question) -> [SignInterval] {
    guard survey.line.isFormula else { return [] }
    let left = whole.flatMap { part in
      let (budget, isCertain) = question(part)
      // What goes on for ever is certain in one look, or has no end of places that are open.
      let isEndless = part.lowerBound == -.infinity || part.upperBound == .infinity
      return open(of: part, budget: isEndless ? 1 : budget, isCertain)
    }
    return Certainty.joined(left).map {
      SignInterval(low: $0.lowerBound, high: $0.upperBound, sign: 0)
    }
  }

  private func open(
    of part: ClosedRange<Double>, budget: Int, _ isCertain: (ClosedRange<Double>) -> Bool
  ) -> [ClosedRange<Double>] {
    var (cells, left, rest) = ([part], [ClosedRange<Double>](), budget)
    while let cell = cells.popLast() {
      if isCertain(cell) { continue }
      rest -= 1
      if rest > 0, let middle = Certainty.middle(of: cell) {
        cells.append(middle...cell.upperBound)
        cells.append(cell.lowerBound...middle)
      } else if rest <= 0 || !isBreak(cell) {
        left.append(cell)
      }
    }
    return left
  }

  /// Whether two neighbouring doubles are all that is left, at a place that is told by itself.
  private func isBreak(_ cell: ClosedRange<Double>) -> Bool {
    survey.kinks.contains { cell.contains($0.x) }
      || survey.line.breaks.contains { place in
        // The slopes beside a pole are beyond all doubles some steps before it.
        let slack = 4 * place.x.ulp
        return cell.upperBound >= place.place.lowerBound - slack
          && cell.lowerBound <= place.place.upperBound + slack
      }
  }

  /// The parts of the line to be looked at, each by itself: all of it but breaks and what is not told at all.
  ///
  /// Of a wave those far out are apart, as there is no end to them, and the others short.
  private var whole: [ClosedRange<Double>] {
    guard survey.line.hasWaves else { return parts(upTo: 0x1p40) }
    let cuts = [-Double.infinity] + Grid(-40...40, count: 33).all + [.infinity]
    return parts(upTo: .infinity).flatMap { part in
      zip(cuts, cuts.dropFirst()).compactMap { low, high in
        let (low, high) = (max(low, part.lowerBound), min(high, part.upperBound))
        return low < high ? low...high : nil
      }
    }
  }

  private func parts(upTo end: Double) -> [ClosedRange<Double>] {
    let line = survey.line
    var gaps = line.breaks.map(\.place) + line.wildPlaces.map(\.stretch)
    gaps += survey.kinks.filter { $0.order == 0 }.map { $0.x.nextDown...$0.x.nextUp }
    var (start, parts) = (-end, [ClosedRange<Double>]())
    for gap in gaps.sorted(by: { $0.lowerBound < $1.lowerBound }) where gap.lowerBound < end {
      if start < gap.lowerBound { parts.append(start...gap.lowerBound) }
      start = max(start, gap.upperBound)
    }
    // Where f has no values there is nothing to be decided.
    let domain = line.domain
    return (start < end ? parts + [start...end] : parts).filter { part in
      domain.contains { $0.low < part.upperBound && part.lowerBound < $0.high }
    }
  }
}
