import CShortestDecimal

/// What stands between the numbers of a row: everything of a format that does not change.
///
/// A row is a lead and a cell for each column, then one closing piece.
struct RowTemplate: Sendable {
  /// The lead of each column and then the closing piece, each padded to whole words so that the
  /// writing loop moves eight bytes at a time without asking how many are left.
  private var words: [UInt64] = []
  private var pieces: [Piece] = []
  private let cells: [Cell]
  private let quotesNonFinite: Bool

  private struct Piece {
    var firstWord: Int
    var length: Int
  }

  /// No row is longer than this many bytes, the padding of its last piece included.
  private(set) var maximumRowLength = 0

  init(leads: [String], cells: [Cell], close: String, quotesNonFinite: Bool = false) {
    self.cells = cells
    self.quotesNonFinite = quotesNonFinite
    for piece in leads + [close] {
      let bytes = Array(piece.utf8)
      pieces.append(Piece(firstWord: words.count, length: bytes.count))
      for start in stride(from: 0, to: bytes.count, by: 8) {
        words.append(Self.word(bytes[start..<min(start + 8, bytes.count)]))
      }
    }
    maximumRowLength = words.count * 8 + leads.count * Cell.maximumLength
  }

  private static func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      word |= UInt64(byte) << UInt64(index * 8)
    }
    return UInt64(littleEndian: word)
  }

  /// Writes rows of numbers, which stand one row after another; returns the length.
  ///
  /// `start` has room for `rows * maximumRowLength` bytes.
  func write(
    _ numbers: UnsafePointer<Double>, rows: Int, to start: UnsafeMutableRawPointer
  ) -> Int {
    words.withUnsafeBufferPointer { words in
      pieces.withUnsafeBufferPointer { pieces in
        cells.withUnsafeBufferPointer { cells in
          guard let words = words.baseAddress, let pieces = pieces.baseAddress else { return 0 }
          var number = numbers
          var place = start
          for _ in 0..<rows {
            for column in cells.indices {
              place = Self.copy(pieces[column], of: words, to: place)
              place += write(number.pointee, as: cells[column], at: place)
              number += 1
            }
            place = Self.copy(pieces[cells.count], of: words, to: place)
          }
          return place - start
        }
      }
    }
  }

  @inline(__always)
  private static func copy(
    _ piece: Piece, of words: UnsafePointer<UInt64>, to place: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var copied = 0
    var word = words + piece.firstWord
    while copied < piece.length {
      (place + copied).storeBytes(of: word.pointee, as: UInt64.self)
      word += 1
      copied &+= 8
    }
    return place + piece.length
  }

  @inline(__always)
  private func write(_ value: Double, as cell: Cell, at place: UnsafeMutableRawPointer) -> Int {
    switch cell {
    case .decimal: decimal(value, at: place)
    case .hex(let type): Cell.writeHex(value, type, at: place)
    case .binary(let type): Cell.writeBinary(value, type, at: place)
    }
  }

  @inline(__always)
  private func decimal(_ value: Double, at place: UnsafeMutableRawPointer) -> Int {
    if value.isFinite {
      return actviz_shortest_decimal(value, place.assumingMemoryBound(to: CChar.self))
    }
    return nonFinite(value, at: place)
  }

  @inline(never)
  private func nonFinite(_ value: Double, at place: UnsafeMutableRawPointer) -> Int {
    let text = DecimalText.nonFinite(value)
    let bytes = (quotesNonFinite ? "\"\(text)\"" : text).utf8
    for (index, byte) in bytes.enumerated() {
      place.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
    }
    return bytes.count
  }
}
