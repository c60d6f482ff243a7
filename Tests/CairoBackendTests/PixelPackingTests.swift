import CCairo
import CPixels
import CZlib
import Figures
import Testing

@testable import CairoBackend

/// Pixels as Cairo has them, packed, and read back by zlib.
private struct Picture {
  let width: Int
  var words: [UInt32]
  var hasAlpha = false

  var height: Int { words.count / width }
  private var step: Int { hasAlpha ? 4 : 3 }

  func packed() throws -> [UInt8] {
    var bytes = actviz_bytes()
    defer { free(bytes.data) }
    let status = words.withUnsafeBufferPointer { words in
      words.baseAddress.map {
        actviz_deflate_pixels(
          actviz_pixels(
            words: $0, width: width, height: height, stride: width, has_alpha: hasAlpha ? 1 : 0),
          &bytes)
      }
    }
    try #require(status == 0)
    return Array(UnsafeBufferPointer(start: bytes.data, count: bytes.count))
  }

  /// What a reader of PNG makes of the packed rows; zlib checks their checksum.
  func read(_ packed: [UInt8]) throws -> [UInt8] {
    let length = 1 + width * step
    var rows = [UInt8](repeating: 0, count: length * height)
    var count = uLong(rows.count)
    try #require(uncompress(&rows, &count, packed, uLong(packed.count)) == Z_OK)
    #expect(count == rows.count)
    var above = [UInt8](repeating: 0, count: length - 1)
    return try (0..<height).flatMap { y in
      let row = rows[y * length + 1..<(y + 1) * length]
      let filter = rows[y * length]
      try #require(filter == 0 || filter == 2)
      above = filter == 0 ? Array(row) : zip(row, above).map { $0 &+ $1 }
      return above
    }
  }

  /// The bytes that a PNG of these pixels means.
  var bytes: [UInt8] {
    words.flatMap { word -> [UInt8] in
      let (alpha, colors) = (word >> 24, [word >> 16 & 255, word >> 8 & 255, word & 255])
      if !hasAlpha { return colors.map { UInt8($0) } }
      return colors.map { alpha == 0 ? 0 : UInt8(($0 * 255 + alpha / 2) / alpha) } + [UInt8(alpha)]
    }
  }
}

/// Numbers that look random and are the same every time (xorshift, Marsaglia 2003).
private struct Noise: RandomNumberGenerator {
  var state: UInt64 = 0x9e37_79b9_7f4a_7c15

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

@Suite("Packing pixels")
struct PixelPackingTests {
  fileprivate static func noise(_ count: Int) -> [UInt32] {
    var noise = Noise()
    return (0..<count).map { _ in UInt32.random(in: 0...0xffffff, using: &noise) }
  }

  /// White with some lines of pixels that change along them, as curves and letters are.
  fileprivate static func plot(width: Int, height: Int, by slope: Int) -> [UInt32] {
    var words = [UInt32](repeating: 0xffffff, count: width * height)
    for y in 0..<height {
      for (index, grey) in [0xeeeeee, 0x808080, 0x123456, 0xc0c0c0].enumerated() {
        for start in [3, width / 2] {
          words[y * width + (start + y * slope + index) % width] = UInt32(grey)
        }
      }
    }
    return words
  }

  /// Kinds of pictures.
  enum Kind: CaseIterable {
    case one, row, column, noise, twoColors, white, plot, steepLines

    fileprivate var picture: Picture {
      let (width, words): (Int, [UInt32]) =
        switch self {
        case .one: (1, [0x123456])
        case .row: (700, PixelPackingTests.noise(700))
        case .column: (1, PixelPackingTests.noise(900))
        case .noise: (400, PixelPackingTests.noise(120_000))
        case .twoColors: (300, PixelPackingTests.noise(90_000).map { $0 & 1 })
        case .white: (900, Array(repeating: 0xffffff, count: 900_000))
        case .plot: (1600, PixelPackingTests.plot(width: 1600, height: 300, by: 1))
        case .steepLines: (333, PixelPackingTests.plot(width: 333, height: 500, by: 7))
        }
      return Picture(width: width, words: words)
    }
  }

  @Test("What is packed is read back, whatever it is", arguments: Kind.allCases)
  func readBack(kind: Kind) throws {
    let picture = kind.picture
    let packed = try picture.packed()
    #expect(try picture.read(packed) == picture.bytes)
    // What cannot be packed is stored, with five bytes for each block of some 32,768 and six around it all.
    let rows = picture.height * (3 * picture.width + 1)
    #expect(packed.count <= rows + (rows / 32_768 + 1) * 5 + 6)
  }

  @Test(
    "Rows at the edge of the window, and rows so wide that the one above is out of reach",
    arguments: [10_922, 10_923, 16_000])
  func wide(width: Int) throws {
    let picture = Picture(width: width, words: Self.plot(width: width, height: 40, by: 9))
    let packed = try picture.packed()
    #expect(try picture.read(packed) == picture.bytes)
    #expect(packed.count < picture.bytes.count / 90)
    let noise = Picture(width: width, words: Self.noise(5 * width))
    #expect(try noise.read(noise.packed()) == noise.bytes)
  }

  @Test("Colours are parted from their opacity", arguments: [64, 9000])
  func alpha(width: Int) throws {
    // Every opacity with colours that it allows.
    var words: [UInt32] = []
    for alpha in 0..<UInt32(256) {
      words += (0..<UInt32(width)).map { x in
        let part = alpha == 0 ? 0 : x % (alpha + 1)
        return alpha << 24 | part << 16 | (alpha - part) << 8 | alpha / 2
      }
    }
    let picture = Picture(width: width, words: words, hasAlpha: true)
    #expect(try picture.read(picture.packed()) == picture.bytes)
  }

  @Test("What Cairo leaves in a word above the colours does not count")
  func unused() throws {
    let plot = Self.plot(width: 200, height: 200, by: 1)
    let packed = try Picture(width: 200, words: plot).packed()
    let spoilt = zip(plot, Self.noise(plot.count)).map { $0 | $1 << 24 }
    #expect(try Picture(width: 200, words: spoilt).packed() == packed)
  }

  @Test("A figure takes hardly more than what zlib's level 3 makes of it")
  func size() throws {
    let curve = Curve(
      name: "square", segments: [(0...400).map { Point(x: Double($0), y: Double($0 * $0)) }])
    let figure = Figure(
      title: "square", xDomain: 0...400, panels: [Figure.Panel(yLabel: "f(x)", curves: [curve])])
    let measurer = CairoTextMeasurer()
    let drawing = Drawing(Scene(figure), measurer: measurer)
    let png = try render(drawing, as: .png, measurer: measurer)
    let image = try DecodedPNG(png)
    var rows: [UInt8] = []
    for y in 0..<image.height {
      rows.append(0)
      for x in 0..<image.width {
        let word = try image.pixel(x, y)
        rows += [UInt8(word >> 16 & 255), UInt8(word >> 8 & 255), UInt8(word & 255)]
      }
    }
    var count = compressBound(uLong(rows.count))
    var compressed = [UInt8](repeating: 0, count: Int(count))
    try #require(compress2(&compressed, &count, rows, uLong(rows.count), 3) == Z_OK)
    #expect(Double(png.count) <= 1.05 * Double(count))
  }
}
