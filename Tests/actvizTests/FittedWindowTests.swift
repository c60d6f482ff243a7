import Activations
import FigureSpecification
import Figures
import Testing

@testable import actviz

/// The values that a panel shows when nobody says which are those that a person would choose.
@Suite struct FittedWindowTests {
  // MARK: What is bounded

  private static let boundedCurves: [(String, Double, Double)] = [
    ("sin(x)", -1.0, 1.0), ("sin(1/x)", -1, 1), ("sin(x^3)", -1, 1), ("sin(exp(x))", -1, 1),
    ("sin(x)/x", -0.2172, 1), ("atan(1/x)", -1.5708, 1.5708), ("exp(-x^2)", 0, 1),
    ("exp(-10000*x^2)", 0, 1), ("1/(1+1000000*x^2)", 0, 1), ("sign(x)", -1, 1),
    ("where(x<1,0,100)", 0, 100), ("x+5*exp(-((x-1)/0.001)^2)", -5, 6), ("sqrt(x)", 0, 2.2361),
    ("abs(x)^0.1", 0, 1.1747), ("x^9", -1_953_125, 1_953_125), ("exp(x)", 0.0067, 148.41),
    ("1e300*x", -5e300, 5e300), ("1e-300*x", -5e-300, 5e-300), ("1e-300*sin(x)", -1e-300, 1e-300),
    ("cosh(x)", 1, 74.21), ("x^x", 0.692, 3125), ("exp(x)*sin(10*x)", -130.9, 95.6),
    ("1/gamma(x)", -18.9, 4), ("sqrt(4-x^2)", 0, 2), ("x*sin(1/x)", -0.2172, 1), ("relu", 0, 5),
    ("1e6*x^2*exp(-x^2)", 0, 367_880), ("tanh(1000000*(x-1))", -1, 1),
    ("sin(1000*x)*exp(-100*x^2)", -1, 1), ("1e9+0.001*sin(x)", 999_999_999.999, 1_000_000_000.001),
  ]

  @Test(
    "What is bounded is wholly seen, and not from far away",
    arguments: boundedCurves)
  func bounded(formula: String, low: Double, high: Double) throws {
    let window = try FittedWindow([formula]).y
    let height = high - low
    #expect(window.lowerBound <= low + 0.01 * height && window.upperBound >= high - 0.01 * height)
    #expect(window.upperBound - window.lowerBound <= 1.7 * height, "\(window)")
  }

  // MARK: What is not

  /// Poles, towers, oscillations without bounds, over −5…5.
  private static let unbounded = [
    "1/x", "1/x^2", "x^-3", "-1/x^2", "1/abs(x)^0.2", "1/sqrt(abs(x))", "1/(x-1/3)", "x/(x^2-2)",
    "1/(x^2-1)", "tan(x)", "tan(x)^2", "x*tan(x)", "1/cos(x)", "1/sin(x^2)", "log(x)",
    "log(abs(x))", "log(abs(sin(x)))", "gamma(x)", "lgamma(x)", "exp(1/x)", "exp(x)/x",
    "1/(exp(x)-1)", "x^2+1/x", "1/x+sin(20*x)", "x+0.000001/(x-1)", "x+0.001/(x-1)", "tan(1/x)",
    "cos(1/x)/x^2", "sin(1/x)/x", "exp(x^2)", "exp(exp(x))", "atanh(x)",
    "where(x>0,1/x,x)", "1e200/x", "1e-200/x", "1e9+1/x", "x*log(abs(x))/(x-1)",
    "1/(x*(x-1)*(x-2))",
    "exp(-x)/x^3",
  ]

  @Test(
    "Of what has no bounds most columns show the curve, which fills the panel and is no flat line",
    arguments: unbounded, ["linear", "log", "symlog"])
  func shown(formula: String, scale: String) throws {
    let window = try FittedWindow([formula, "--y-scale=\(scale)"])
    // Nothing of it is positive.
    if window.heights.isEmpty { return }
    #expect(window.shownShare >= 0.6, "\(window.shownShare) of the columns, \(window.y)")
    #expect(window.span >= 0.25, "\(window.span) of the height, \(window.y)")
    #expect(window.flatShare <= 0.8, "\(window.flatShare) of what is seen is flat, \(window.y)")
  }

  private static let poleCurves: [(String, [Double])] = [
    ("1/x", [0.0]), ("1/x^2", [0]), ("x^-3", [0]), ("1/(x-1/3)", [1 / 3.0]),
    ("x/(x^2-2)", [-1.4142135623730951, 1.4142135623730951]), ("1/(x^2-1)", [-1, 1]),
    ("tan(x)", [-1.5707963267948966, 1.5707963267948966]), ("gamma(x)", [-3, -2, -1, 0]),
    ("1/sin(x)", [-3.141592653589793, 0, 3.141592653589793]), ("1/(exp(x)-1)", [0]),
    ("1/(x*(x-1)*(x-2))", [0, 1, 2]), ("x^2+1/x", [0]),
  ]

  @Test(
    "At a pole the window shows both branches leaving it, and most of each",
    arguments: poleCurves, ["linear", "symlog"])
  func poles(curve: (formula: String, places: [Double]), scale: String) throws {
    let (formula, places) = curve
    let window = try FittedWindow([formula, "--y-scale=\(scale)"])
    for place in places {
      for side in [-1e-9, 1e-9] {
        #expect(!window.y.contains(window.value(place + side)), "\(place) \(window.y)")
      }
    }
    let ends = [-5] + places + [5]
    for (low, high) in zip(ends, ends.dropFirst()) {
      let share = window.shownShare(from: low, to: high)
      #expect(share >= 0.4, "\(share) of \(low)…\(high), \(window.y)")
    }
  }

  private static let chosenHeights: [(String, Double, Double)] = [
    ("1/x", 3.0, 30.0), ("tan(x)", 5, 40), ("1/x^2", 1, 15), ("1/(x^2-1)", 2, 20),
    ("gamma(x)", 10, 80), ("log(x)", 3, 10), ("exp(1/x)", 3, 20), ("cos(1/x)/x^2", 1, 50),
    ("tan(1/x)", 3, 40), ("exp(exp(x))", 10, 1000), ("x+0.000001/(x-1)", 9, 18),
  ]

  @Test(
    "The height is one that a person would choose",
    arguments: chosenHeights)
  func heights(formula: String, least: Double, most: Double) throws {
    let y = try FittedWindow([formula]).y
    #expect(least <= y.upperBound - y.lowerBound && y.upperBound - y.lowerBound <= most, "\(y)")
  }

  @Test(
    "Given points choose the window that the curve has",
    arguments: ["1/x", "tan(x)", "gamma(x)", "1/(x^2-1)"])
  func givenPoints(formula: String) throws {
    let (free, given) = try (
      FittedWindow([formula]).y, FittedWindow([formula, "--samples=1000"]).y
    )
    let ratio = (given.upperBound - given.lowerBound) / (free.upperBound - free.lowerBound)
    #expect((0.5...2).contains(ratio), "\(given), not \(free)")
  }

  @Test("Values that no column meets have a window too")
  func unmetValues() throws {
    let formula =
      "((where(x<=pi, a, x)^erfc(a))-(max(x, 9007199254740993)*tanh(-1.0434861340579164e-168)))"
    let figure = try PlotRequest(
      Settings([
        "plot", formula, "--x-range=-1e-310:1e308", "--param", "a=-1.235677105290125e+71",
      ])
    ).figureRequest().figure()
    #expect(Scene(figure).panels.count == 2)
  }

  @Test(
    "A mirrored curve has the mirrored window",
    arguments: ["1/x", "log(x)", "gamma(x)", "exp(x^2)"])
  func mirrored(formula: String) throws {
    let (y, mirror) = try (FittedWindow([formula]).y, FittedWindow(["0-(\(formula))"]).y)
    #expect(mirror == -y.upperBound ... -y.lowerBound)
  }
}

/// What the panel of a curve shows of it.
private struct FittedWindow {
  /// The values from the bottom to the top.
  let y: ClosedRange<Double>
  /// How high the curve is in each column where it is defined, as a share of the panel's height.
  let heights: [Double]
  private let trace: (Double) -> Double
  private let height: (Double) -> Double

  init(_ arguments: [String]) throws {
    let request = try PlotRequest(Settings(["plot", "--show=f"] + arguments)).figureRequest()
    let panel = Scene(request.figure()).panels[0]
    let transform = panel.y.scale.transform
    let domain = panel.y.domain
    y = domain
    let unit = domain.upperBound > 1e280 ? 0x1p-30 : 1
    let (low, high) = (
      transform.forward(domain.lowerBound) * unit, transform.forward(domain.upperBound) * unit
    )
    height = { (transform.forward($0) * unit - low) / (high - low) }
    let curve = try #require(request.panels.first?.curves.first?.trace)
    trace = { curve.values([$0])[0] }
    let xs = (0..<1600).map { -5 + 10 * (Double($0) + 0.5) / 1600 }
    heights = curve.values(xs).map(height).filter { !$0.isNaN && $0 > -.infinity }
  }

  func value(_ x: Double) -> Double { trace(x) }

  private var shown: [Double] { heights.filter { $0 >= 0 && $0 <= 1 } }

  var shownShare: Double { Double(shown.count) / Double(heights.count) }

  /// What of the height the curve takes.
  var span: Double { (shown.max() ?? 0) - (shown.min() ?? 0) }

  /// The share of the columns seen in which it is as high as in most, within a hundredth.
  var flatShare: Double {
    let sorted = shown.sorted()
    let middle = sorted[sorted.count / 2]
    return Double(sorted.filter { abs($0 - middle) < 0.01 }.count) / Double(sorted.count)
  }

  func shownShare(from low: Double, to high: Double) -> Double {
    let heights = (0..<400).map { height(trace(low + (high - low) * (Double($0) + 0.5) / 400)) }
    return Double(heights.filter { $0 >= 0 && $0 <= 1 }.count) / 400
  }
}
