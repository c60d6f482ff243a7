import Activations
import Formulas
import Testing

@testable import Analysis

/// Level lines of functions of x and y.
@Suite struct LevelLineTests {
  /// Lines of a formula on a square of 300 pixels, and what they are held to.
  struct Picture {
    let x: PixelAxis
    let y: PixelAxis
    let values: ([Point]) -> [Double]
    let lines: [LevelLine]

    init(
      _ text: String, _ domain: ClosedRange<Double> = -3...3, y: ClosedRange<Double>? = nil,
      at levels: [Double], pixels: (Double, Double) = (300, 300), transform: Transform? = nil
    ) throws {
      let surface = try #require(Function(parsing: text).surface)
      self.x = PixelAxis(domain, length: pixels.0, transform: transform)
      self.y = PixelAxis(y ?? domain, length: pixels.1, transform: transform)
      values = { surface.columns([.f], at: $0)[0] }
      lines = SurfaceSampler(x: x, y: self.y, values: values).lines(at: levels)
    }

    func pixel(_ point: Point) -> Pixel { Pixel(u: x.position(point.x), v: y.position(point.y)) }

    /// Places along a line, half a pixel apart, its vertices among them.
    func places(on line: LevelLine) -> [Pixel] {
      let vertices = line.points.map(pixel)
      let ends = line.isClosed ? vertices + [vertices[0]] : vertices
      return zip(ends, ends.dropFirst()).flatMap { a, b in
        let count = max(1, Int((2 * a.distance(to: b)).rounded(.up)))
        return (0..<count).map { a.toward(b, Double($0) / Double(count)) }
      } + [ends[ends.count - 1]]
    }

    /// The places on lines around which the field is on one side of the level alone within a quarter of a pixel.
    var strays: [Pixel] {
      let plane = PixelPlane(x: x, y: y, values: values)
      return lines.flatMap { line in
        places(on: line).filter { place in
          let around = (0..<72).map { index -> Pixel in
            let (turn, far) = (Double(index) * .pi / 12, 0.02 + Double(index % 3) * 0.11)
            return Pixel(u: place.u + far * Libm.cos(turn), v: place.v + far * Libm.sin(turn))
          }
          let found = plane.values(at: around + [place]).filter { !$0.isNaN }
          return !(found.contains { $0 >= line.level } && found.contains { $0 <= line.level })
        }
      }
    }

    func count(_ level: Double) -> (open: Int, closed: Int) {
      let found = lines.filter { $0.level == level }
      return (found.filter { !$0.isClosed }.count, found.filter(\.isClosed).count)
    }

    /// The length of all lines of a level, in pixels.
    func length(_ level: Double) -> Double {
      lines.filter { $0.level == level }.map { line in
        let places = places(on: line)
        return zip(places, places.dropFirst()).map { $0.distance(to: $1) }.reduce(0, +)
      }.reduce(0, +)
    }
  }

  @Test func `A circle is closed, and each of its vertices is on it`() throws {
    let picture = try Picture("x^2+y^2", at: [1, 4])
    #expect(picture.count(1) == (0, 1))
    #expect(picture.count(4) == (0, 1))
    #expect(picture.strays.isEmpty)
    for line in picture.lines {
      let radius = line.level.squareRoot()
      for place in picture.places(on: line) {
        let (x, y) = (picture.x.value(at: place.u), picture.y.value(at: place.v))
        #expect(abs((x * x + y * y).squareRoot() - radius) < 0.12 * 6 / 300)
      }
    }
    // 50 pixels are a unit.
    #expect(abs(picture.length(1) - 2 * .pi * 50) < 0.5)
  }

  @Test(arguments: [
    ("x*y", [-2.0, -0.5, 0.5, 2]), ("maxout", [-2, 0, 1]), ("glu", [-1, -0.2, 0.2, 1]),
    ("swiglu", [-2, -0.1, 0, 0.1, 1]), ("sin(2*x)*cos(3*y)", [-0.5, 0.1, 0.9]),
    ("logsumexp", [0, 1, 2]), ("geglu", [-2, 0, 1]), ("abs(x)+abs(y)", [1, 2]),
    ("exp(x)*y", [-5, 0, 0.01, 5]), ("x^3-y", [0, 1]), ("y-x^2", [0]), ("x^2-y", [0, 1]),
  ])
  func `Every vertex and segment lies on its level`(text: String, levels: [Double]) throws {
    let picture = try Picture(text, at: levels)
    #expect(!picture.lines.isEmpty)
    #expect(picture.strays.count == 0)
  }

  /// The ends of lines, each pair from left to right, to a twentieth.
  private func ends(_ text: String, at level: Double) throws -> [[Double]] {
    let picture = try Picture(text, at: [level])
    #expect(picture.lines.allSatisfy { !$0.isClosed })
    #expect(picture.strays.isEmpty)
    let pairs = picture.lines.map { line -> [Double] in
      let ends = [line.points[0], line.points[line.points.count - 1]].sorted { $0.x < $1.x }
      return ends.flatMap { [$0.x, $0.y] }.map { (20 * $0).rounded() / 20 + 0 }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }
  }

  @Test func `A line ends where the function leaps, and goes on at another place`() throws {
    #expect(try ends("sign(x)*y", at: 1) == [[-3, -1, 0, -1], [0, 1, 3, 1]])
    #expect(
      try ends("y+floor(x)", at: 0.5) == [
        [-2, 2.5, -1, 2.5], [-1, 1.5, 0, 1.5], [0, 0.5, 1, 0.5], [1, -0.5, 2, -0.5],
        [2, -1.5, 3, -1.5],
      ])
    #expect(try ends("x>0 ? y : y-1", at: 0) == [[-3, 1, 0, 1], [0, 0, 3, 0]])
  }

  @Test func `A level that is leapt over has no line`() throws {
    #expect(try Picture("floor(x)+floor(y)", at: [0, 0.5, 1]).lines.isEmpty)
    #expect(try Picture("sign(x-y)", at: [-0.5, 0, 0.5]).lines.isEmpty)
  }

  @Test func `A pole has no line`() throws {
    #expect(try Picture("1/(x*y)", at: [0]).lines.isEmpty)
    #expect(try Picture("1/(x-y)", at: [-1, 0, 1]).lines.count == 2)
    #expect(try ends("1/(x-y)", at: 1) == [[-2, -3, 3, 2]])
    #expect(try ends("tan(x+y)", at: 0).map { ($0[0] + $0[1]) } == [-3.15, 0, 3.15])
    // Far up a pole a line still has two sides.
    #expect(try ends("1/x^2-y", at: 100).count == 2)
  }

  @Test func `A plain on a level has no line, and lines end where it begins`() throws {
    #expect(try ends("reglu", at: 0) == [[0, 0, 3, 0]])
    #expect(try ends("-reglu(x, y)", at: 0) == [[0, 0, 3, 0]])
    #expect(try Picture("relu(x-y)", at: [0]).lines.isEmpty)
    #expect(try Picture("-relu(x-y)", at: [0]).lines.isEmpty)
    #expect(try Picture("clip(x+y, -1, 1)", at: [-1, 1]).lines.isEmpty)
    #expect(try Picture("0*x*y", at: [0]).lines.isEmpty)
  }

  @Test func `A level that is only touched has no line`() throws {
    #expect(try Picture("abs(x-y)", at: [0]).lines.isEmpty)
    #expect(try Picture("(x-y)^2", at: [0]).lines.isEmpty)
    #expect(try Picture("x^2+y^2", at: [0]).lines.isEmpty)
    #expect(try ends("abs(x)*y", at: 0) == [[-3, 0, 3, 0]])
  }

  @Test func `The zero lines of a product meet at its saddle`() throws {
    for text in ["x*y", "swiglu", "(x-0.0123)*(y+0.0321)"] {
      let picture = try Picture(text, at: [0])
      #expect(picture.lines.count == 2)
      #expect(abs(picture.length(0) - 600) < 0.5)
      #expect(picture.strays.isEmpty)
    }
  }

  @Test func `Lines end where there are no values`() throws {
    #expect(try ends("sqrt(x)+y", at: 0) == [[0, 0, 3, -1.75]])
    #expect(try ends("log(x)+y", at: 1) == [[0.15, 3, 3, -0.1]])
    #expect(try ends("sqrt(x*y)", at: 1) == [[-3, -0.35, -0.35, -3], [0.35, 3, 3, 0.35]])
  }

  @Test func `Lines are found on logarithmic axes`() throws {
    let picture = try Picture("x*y", 0.01...100, at: [0.1, 1, 10], transform: .log)
    #expect([0.1, 1, 10].map { picture.count($0).open } == [1, 1, 1])
    // They are straight there.
    #expect(picture.lines.allSatisfy { $0.points.count < 6 })
    #expect(picture.strays.isEmpty)
  }

  @Test func `A maximum has its corner`() throws {
    let picture = try Picture("max(x,y)", at: [0.513])
    let line = try #require(picture.lines.first)
    #expect(line.points.contains { abs($0.x - 0.513) < 0.003 && abs($0.y - 0.513) < 0.003 })
    #expect(line.points.count < 8)
  }

  @Test func `What is two pixels wide is found where the pixels are known`() throws {
    for text in ["exp(-1000*(x-y/3-0.05)^2)", "exp(-2000*((x-0.047)^2+(y-0.033)^2))"] {
      let surface = try #require(Function(parsing: text).surface)
      let axis = PixelAxis(-3...3, length: 300)
      let sampler = SurfaceSampler(surface, .f, x: axis, y: axis)
      let lines = sampler.lines(at: [0.5], beside: sampler.grid())
      #expect(lines.count == (text.contains("33)^2") ? 1 : 2))
      #expect(lines.allSatisfy { $0.isClosed == text.contains("33)^2") })
    }
  }

  @Test func `A field has a value a pixel, from the top`() throws {
    let plane = (PixelAxis(0...4, length: 4), PixelAxis(0...2, length: 2))
    let grid = SurfaceSampler(x: plane.0, y: plane.1) { $0.map { $0.x + 10 * $0.y } }.grid()
    #expect(
      grid
        == FieldGrid(columns: 4, rows: 2, values: [15.5, 16.5, 17.5, 18.5, 5.5, 6.5, 7.5, 8.5]))
  }
}
