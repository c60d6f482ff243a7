import Activations
import Formulas
import Foundation
import Testing

@testable import Analysis

/// Extrema and means of functions of two variables, against what was computed in other ways.
@Suite struct PlaneTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let (function, reference, quantity): (String, String, String)
    let value: Double

    var testDescription: String { "\(function) \(reference) \(quantity)" }
  }

  /// The rows of plane-values.csv.
  static let rows: [Row] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Reference/plane-values.csv")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Row(
        function: fields[0], reference: fields[1], quantity: fields[2],
        value: Double(fields[3]) ?? .nan)
    }
  }()

  static let square = Rectangle(x: -5...5, y: -5...5)

  private func search(_ text: String, over area: Rectangle = square) throws -> PlaneSearch {
    let graph = try #require(PlaneGraph(try Function(parsing: text), .f))
    return PlaneSearch(graph: graph, area: area)
  }

  private func measures(
    _ function: String, _ reference: String, _ quantity: SurfaceQuantity = .f,
    over area: Rectangle = square
  ) throws -> PlaneMeasures {
    try #require(
      PlaneMeasures(
        quantity, of: try Function(parsing: function), against: try Function(parsing: reference),
        over: area))
  }

  @Test func meansOfNormalInputsHaveTheDigitsThatAreToldOfThem() throws {
    let functions = Catalogue.ofTwoVariables.map(\.name)
    #expect(Set(Self.rows.filter { $0.reference.isEmpty }.map(\.function)) == Set(functions))
    for name in functions {
      let normal = PlaneNormal(try Function(parsing: name), isDefined: true)
      let found = [
        "mean": normal.mean, "second": normal.secondMoment, "variance": normal.variance,
        "correlation_x": normal.correlation.x, "correlation_y": normal.correlation.y,
        "gain_x": normal.gain.x, "gain_y": normal.gain.y,
      ]
      for row in Self.rows where row.function == name && row.reference.isEmpty {
        let mean = try #require(found[row.quantity])
        let error = (mean.value - row.value).magnitude
        #expect(
          error <= mean.error + 1e-15 * row.value.magnitude, "\(row.testDescription): \(mean)")
        #expect(error <= 1e-10 * row.value.magnitude, "\(row.testDescription): \(mean)")
        #expect(
          row.value == 0 ? mean.value == 0 : mean.digits >= 6, "\(row.testDescription): \(mean)")
      }
    }
  }

  @Test func differencesHaveTheirSupremaAndMeans() throws {
    let pairs = Set(Self.rows.filter { !$0.reference.isEmpty }.map { [$0.function, $0.reference] })
    #expect(pairs.count == 5)
    for pair in pairs {
      let measures = try measures(pair[0], pair[1])
      for row in Self.rows where row.function == pair[0] && row.reference == pair[1] {
        switch row.quantity {
        case "supremum":
          let error = (measures.supremumDistance.value - row.value).magnitude
          #expect(error <= 1e-9 * row.value, "\(row.testDescription)")
        case "mean_error" where row.value == 0: #expect(measures.meanDistance == nil)
        default:
          let mean = try #require(
            row.quantity == "rms" ? measures.rootMeanSquare : measures.meanDistance)
          let error = (mean.value - row.value).magnitude
          #expect(
            error <= mean.error + 1e-15 * row.value.magnitude, "\(row.testDescription): \(mean)")
          #expect(mean.digits >= 8, "\(row.testDescription): \(mean)")
        }
      }
    }
  }

  /// The formula, the largest value, and where it is.
  static let summits: [(String, Double, Point)] = [
    ("exp(-(x-1.25)^2-(y+2.5)^2)", 1, Point(x: 1.25, y: -2.5)),
    ("x*y", 25, Point(x: -5, y: -5)),
    ("x-(y-0.3)^2", 5, Point(x: 5, y: 0.3)),
    ("-abs(x-y-0.3)-abs(x+y-1)", 0, Point(x: 0.65, y: 0.35)),
    ("2-abs(x*y-3)-abs(x-1.7)", 2, Point(x: 1.7, y: 3 / 1.7)),
    ("-max(x, y)-x^2/2", 0.5, Point(x: -1, y: -5)),
    ("floor(x/2)-(y-1)^2", 2, Point(x: 4, y: 1)),
    ("sqrt(4-x^2-y^2)", 2, Point(x: 0, y: 0)),
    ("1/((x-1)^2+(y-2)^2+1e-12)", 1e12, Point(x: 1, y: 2)),
    ("exp(-1e8*(x-y)^2)*(1-0.01*(x-0.7)^2)", 1, Point(x: 0.7, y: 0.7)),
  ]

  @Test(arguments: summits.indices) func theGreatestValueIsFoundWhereItIs(index: Int) throws {
    let (text, value, place) = Self.summits[index]
    let found = try search(text).maximum()
    #expect((found.value - value).magnitude <= 1e-9 * max(1, value), "\(text): \(found)")
    let distance = max((found.place.x - place.x).magnitude, (found.place.y - place.y).magnitude)
    #expect(distance <= 1e-4, "\(text): \(found)")
    guard index < 3 else { return }
    let negative = try search("-(\(text))").maximum(sign: -1)
    #expect((negative.value + value).magnitude <= 1e-9 * max(1, value), "\(text): \(negative)")
  }

  /// A formula with a pole, and where that is; nil where it is anywhere.
  static let poles: [(String, Double?, Double?)] = [
    ("y/x", 0, nil), ("x/(y-0.5)", nil, 0.5), ("1/(x-y)", nil, nil), ("log(x)*y", 0, nil),
    ("1/(x^2+y^2)", 0, 0),
  ]

  @Test(arguments: poles.indices) func aPoleIsInfiniteAndHasAPlace(index: Int) throws {
    let (text, x, y) = Self.poles[index]
    let found = try search(text).supremum()
    #expect(found.value == .infinity, "\(text): \(found)")
    #expect(x == nil || found.place.x == x, "\(text): \(found)")
    #expect(y == nil || found.place.y == y, "\(text): \(found)")
  }

  private func isNear(_ mean: PlaneMean?, _ value: Double) -> Bool {
    mean.map { ($0.value - value).magnitude <= 1e-13 * value } ?? false
  }

  @Test func rangesOfAnySizeAreSeen() throws {
    let huge = Rectangle(x: -1e6...1e6, y: -1e6...1e6)
    let ridge = try search("max(x, y)-smu_max(x, y)", over: huge).maximum()
    #expect((ridge.value - 0.12018779341550551).magnitude < 1e-9)
    let tiny = Rectangle(x: 1e-300...2e-300, y: 1e-300...3e-300)
    let measures = try measures("x*1e300+y*1e300", "0*x*y", over: tiny)
    #expect((measures.supremumDistance.value - 5).magnitude < 1e-12)
    // The mean of (x + y)² for x over 1…2 and y over 1…3.
    let meanSquare = 49.0 / 4 + 1.0 / 12 + 1.0 / 3
    #expect(isNear(measures.rootMeanSquare, meanSquare.squareRoot()))
    #expect(measures.squaredDistance == nil)
  }

  @Test func whatIsEqualHasNoDistance() throws {
    let measures = try measures("x*sigmoid(x)*y", "swiglu")
    #expect(measures.supremumDistance.value == 0 && measures.rootMeanSquare?.value == 0)
    #expect(measures.meanDistance?.value == 0 && measures.squaredDistance == 0)
  }

  @Test func slopesAreMeasuredOnBothSidesOfKinks() throws {
    let found = try measures("reglu", "bilinear", .fx)
    // y·(H(x) − 1) on the left.
    #expect(found.supremumDistance.value == 5 && found.supremumDistance.place.x < 0)
    #expect(isNear(found.rootMeanSquare, (25.0 / 6).squareRoot()))
  }

  /// Laws that hold; all others fail.
  static let laws: [(String, [PlaneInspection.Law], Double?)] = [
    ("glu", [.oddInY], nil), ("bilinear", [.symmetric, .oddInX, .oddInY, .even], 2),
    ("reglu", [.oddInY], 2), ("geglu", [.oddInY], nil), ("swiglu", [.oddInY], nil),
    ("clamped_swiglu", [], nil), ("maxout", [.symmetric], 1), ("logsumexp", [.symmetric], nil),
    ("smu_max", [.symmetric], nil), ("x-y", [.antisymmetric, .odd], 1),
    ("x*y/(x^2+y^2)", [.symmetric, .oddInX, .oddInY, .even], 0),
    ("sqrt(x^2+y^2)", [.symmetric, .evenInX, .evenInY, .even], 1),
    ("abs(x)*tanh(y)", [.evenInX, .oddInY, .odd], nil),
  ]

  @Test(arguments: laws.indices) func lawsAreProvedOrRefuted(index: Int) throws {
    let (text, laws, degree) = Self.laws[index]
    let surface = try #require(try Function(parsing: text).surface as? FormulaSurface)
    let known = surface.laws
    for law in PlaneInspection.Law.allCases {
      let verdict = surface.verdict(on: law, known)
      #expect(verdict == (laws.contains(law) ? .holds : .fails), "\(text) \(law)")
    }
    let homogeneity = surface.homogeneity(known)
    #expect(homogeneity.degree == degree, "\(text): \(homogeneity)")
    #expect(homogeneity.verdict == (degree == nil ? .fails : .holds), "\(text): \(homogeneity)")
  }

  /// Which way functions go along x and along y.
  static let trends: [(String, Trend, Trend)] = [
    ("maxout", .rises, .rises), ("logsumexp", .rises, .rises), ("glu", .both, .rises),
    ("reglu", .both, .rises), ("bilinear", .both, .both), ("smu_max", .both, .both),
    ("atan(x)-y^3", .rises, .falls), ("exp(x)+0*y", .rises, .constant),
  ]

  @Test(arguments: trends.indices) func trendsAreProved(index: Int) throws {
    let (text, x, y) = Self.trends[index]
    let surface = try #require(try Function(parsing: text).surface as? FormulaSurface)
    let claims = PlaneClaims(surface, over: Self.square)
    #expect(claims.trend(along: .x).trend == x, "\(text)")
    #expect(claims.trend(along: .y).trend == y, "\(text)")
  }

  @Test func domainsAreProved() throws {
    func domain(_ text: String) throws -> PlaneInspection.Domain? {
      PlaneInspection(try Function(parsing: text), over: Self.square)?.domain
    }
    #expect(try domain("swiglu") == .everywhere)
    #expect(try domain("sqrt(x+5)*y") == .area)
    guard case .gap(let point)? = try domain("sqrt(x)*y") else {
      Issue.record("There is a gap.")
      return
    }
    #expect(point.x < 0)
  }
}
