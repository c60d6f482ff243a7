/// The values of a trace that a picture is to show when nobody says which.
///
/// All of them as long as the trace is bounded: a spike is what it is. Where it grows without end, as towards a pole or the end of
/// a tower of exponentials, the values are cut where the rest would be flattened: three times the
/// distance of the quartiles (Tukey's outer fences) beyond them, but not below a highest point that the trace has, and
/// every branch of some width is seen.
package struct ValueWindow: Equatable, Sendable {
  /// The values, in data units.
  package var range: ClosedRange<Double>
  /// Whether the largest value is at an end of the domain, and the trace would go on.
  package var risesAtEnd = false
  /// Whether the smallest one is.
  package var fallsAtEnd = false

  /// Makes a window that holds values.
  package init(range: ClosedRange<Double>) { self.range = range }

  /// The window that holds the windows of several traces.
  ///
  /// One that is a hundred times as high as the next, and would go on, is cut at three times the
  /// height of that one: the others were flat beside it.
  package static func holding(_ windows: [ValueWindow]) -> ClosedRange<Double>? {
    guard let low = windows.map(\.range.lowerBound).min(),
      let high = windows.map(\.range.upperBound).max()
    else { return nil }
    func cut(_ size: (ValueWindow) -> Double, _ goesOn: (ValueWindow) -> Bool, _ end: Double)
      -> Double
    {
      let others = windows.filter { !goesOn($0) || size($0) < end / 100 }.map(size)
      guard let next = others.max(), next > 0, end > 100 * next,
        windows.allSatisfy({ size($0) <= 100 * next || goesOn($0) })
      else { return end }
      return 3 * next
    }
    let top = cut({ $0.range.upperBound }, \.risesAtEnd, high)
    let bottom = -cut({ -$0.range.lowerBound }, \.fallsAtEnd, -low)
    return min(bottom, top)...top
  }
}
