import Activations

/// Cuts the line into cells on which a function is a short series.
///
/// A cell whose series does not end, or misses the values at its ends, is halved: towards spikes,
/// cusps and integrable poles for up to 240 levels. There are at most 4000 cells; of a wave,
/// those nearest to 0 are resolved.
struct IntegralBuilder {
  private let values: ([Double]) -> [Double]
  private var done: [IntegralDraft] = []
  private var open: [IntegralDraft] = []
  private var unresolved: Double?

  /// How often a cell may be halved: |x|^−½ has 1e-36 of its integral left below 2⁻²⁴⁰.
  private static let deepest = 240
  /// From how many cells on negligible ones are left as they are.
  private static let many = 1500
  /// How many cells may be open without a look at what matters: a pole or two.
  private static let few = 32
  /// The most cells.
  private static let most = 4000

  /// The integral of a function with cuts at the points given.
  ///
  /// - Parameters:
  ///   - cuts: Where the function is not smooth, or narrow.
  ///   - domain: Outside of it the function counts as 0; it holds 0 inside.
  static func antiderivative(
    cuts: [Double], over domain: ClosedRange<Double>? = nil,
    of values: @escaping ([Double]) -> [Double]
  ) -> Antiderivative {
    let low = domain?.lowerBound ?? -reach(-1, values)
    let high = domain?.upperBound ?? reach(1, values)
    let inside = (cuts + ladder).filter { low < $0 && $0 < high && $0.magnitude > nearest }
    let knots = Set([low, 0, high] + inside).sorted()
    var builder = IntegralBuilder(values: values)
    builder.build(
      zip(knots, knots.dropFirst()).map { low, high in
        IntegralCell(low: low, high: high, power: EdgePower.of(values, from: low, to: high))
      })
    let report = IntegralReport(builder.done, unresolved: builder.unresolved)
    func tail(_ side: Double, _ start: Double, _ isSettled: Bool) -> IntegralTail {
      guard domain == nil, isSettled else { return IntegralTail(side: side, start: start) }
      let xs = [start, start / 2, start * 0x1p-20].map { side * $0 }
      return IntegralTail(
        side: side, start: start, values: values(xs), magnitude: report.magnitude)
    }
    return Antiderivative(
      IntegralParts(builder.done), left: tail(-1, -low, report.isSettled.left),
      right: tail(1, high, report.isSettled.right), report: report)
  }

  /// The cells that given ones are halved into.
  static func drafts(_ cells: [IntegralCell], of values: @escaping ([Double]) -> [Double])
    -> [IntegralDraft]
  {
    var builder = IntegralBuilder(values: values)
    builder.build(cells)
    return builder.done
  }

  /// What is nearer to 0 than this lies at 0, as nothing is left of an integral there.
  private static let nearest = 0x1p-800

  private init(values: @escaping ([Double]) -> [Double]) { self.values = values }

  /// How far out the function is looked at: 2³⁰⁰, less where its arithmetic overflows to no number.
  private static func reach(_ side: Double, _ values: ([Double]) -> [Double]) -> Double {
    let all = [300, 150, 75, 37].map { Double(sign: .plus, exponent: $0, significand: 1) }
    return all.first { values([side * $0, side * $0 / 2]).allSatisfy(\.isFinite) } ?? all[0]
  }

  /// Steps of 1 up to 16, then of half an octave up to 64, then of four octaves.
  private static let ladder: [Double] = {
    let near = (1...16).map(Double.init) + [24, 32, 48, 64]
    let far = stride(from: 10, through: 300, by: 4).map {
      Double(sign: .plus, exponent: $0, significand: 1)
    }
    return (near + far).flatMap { [-$0, $0] }
  }()

  private mutating func build(_ cells: [IntegralCell]) {
    take(cells)
    for _ in 0..<Self.deepest where !open.isEmpty {
      thinOut()
      var (halves, errors) = ([IntegralCell](), [Double]())
      for draft in open {
        if let pair = draft.cell.halves {
          halves += [pair.0, pair.1]
          errors += [draft.error, draft.error]
        } else {
          done.append(draft)
        }
      }
      open = []
      take(halves, halvesOf: errors)
    }
    done += open
    done.sort { $0.cell.low < $1.cell.low }
  }

  /// Evaluates the function on cells, all in one batch; those that are halves have the errors of their wholes.
  private mutating func take(_ cells: [IntegralCell], halvesOf errors: [Double] = []) {
    let points = cells.flatMap(\.points)
    let ys = values(points)
    let width = IntegralCell.count + 2
    for (index, cell) in cells.enumerated() {
      let range = index * width..<(index + 1) * width
      let draft = IntegralDraft(
        cell, points[range], ys[range], parentError: errors.isEmpty ? nil : errors[index])
      if draft.isResolved { done.append(draft) } else { open.append(draft) }
    }
  }

  /// Where there are too many cells, leaves those that matter least as they are.
  private mutating func thinOut() {
    let count = done.count + 2 * open.count
    guard count > Self.most || (count > Self.many && open.count > Self.few) else { return }
    var all = (done.map { ($0, true) } + open.map { ($0, false) })
      .sorted { $0.0.cell.nearest.magnitude < $1.0.cell.nearest.magnitude }[...]
    (done, open) = ([], [])
    var magnitude = 0.0
    // A part of the rest: what is near 0 may need more levels.
    let free = max(0, min(Self.most / 16, (Self.most - all.count) / 2))
    while let (draft, isDone) = all.popFirst() {
      magnitude += draft.magnitude
      if isDone || draft.error <= 0x1p-58 * magnitude {
        done.append(draft)
      } else if open.count < free {
        open.append(draft)
      } else if draft.isNearlyResolved {
        done.append(draft)
      } else {
        var draft = draft
        draft.giveUp()
        done.append(draft)
        let x = draft.cell.nearest
        if x.magnitude < unresolved?.magnitude ?? .infinity { unresolved = x }
      }
    }
  }
}
