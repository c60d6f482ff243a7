import CKernels

/// A column of numbers: doubles, or singles that stand for doubles in half the room.
package struct FloatColumn: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case doubles([Double])
    /// The bytes of singles, in the order of the machine, as they come from programs.
    case singles([UInt8])
  }

  private static let width = MemoryLayout<Float>.size
  private var storage: Storage

  package init(_ numbers: [Double] = []) { storage = .doubles(numbers) }

  package init(_ numbers: [Float]) {
    storage = .singles(numbers.withUnsafeBytes(Array.init))
  }

  /// The singles whose bytes these are, in the order of the machine.
  package init(singles bytes: [UInt8]) { storage = .singles(bytes) }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .doubles(let numbers): numbers.count
    case .singles(let bytes): bytes.count / Self.width
    }
  }

  package subscript(row: Int) -> Double {
    switch storage {
    case .doubles(let numbers): numbers[row]
    case .singles(let bytes):
      bytes.withUnsafeBytes { bytes in
        Double(bytes.loadUnaligned(fromByteOffset: row * Self.width, as: Float.self))
      }
    }
  }

  /// The numbers as doubles.
  package var doubles: [Double] {
    switch storage {
    case .doubles(let numbers): numbers
    case .singles(let bytes):
      bytes.withUnsafeBytes { bytes in
        bytes.baseAddress.map { [Double](singles: $0, count: count) } ?? []
      }
    }
  }

  /// Whether they are kept as singles.
  package var isSingle: Bool {
    switch storage {
    case .doubles: false
    case .singles: true
    }
  }

  /// Puts a number behind the last one.
  package mutating func append(_ number: Double) {
    var numbers = doubles
    storage = .doubles([])
    numbers.append(number)
    storage = .doubles(numbers)
  }

  /// Puts other numbers in the place of some singles.
  package mutating func replace(_ rows: [Int], by numbers: [Double]) {
    guard case .singles(var bytes) = storage else { return }
    storage = .singles([])
    bytes.withUnsafeMutableBytes { bytes in
      for (row, number) in zip(rows, numbers) {
        bytes.storeBytes(of: Float(number), toByteOffset: row * Self.width, as: Float.self)
      }
    }
    storage = .singles(bytes)
  }

  /// What C reads: where the numbers stand.
  func withPlace<Answer>(_ body: (UnsafeRawPointer?) -> Answer) -> Answer {
    switch storage {
    case .doubles(let numbers): numbers.withUnsafeBytes { body($0.baseAddress) }
    case .singles(let bytes): bytes.withUnsafeBytes { body($0.baseAddress) }
    }
  }

  /// The first behind one of them that has another sign or binade, or, where that one is 0 or infinite, is another number; their number
  /// where there is none.
  package func endOfBinade(from start: Int) -> Int {
    let tier = VectorKernel.Tier.best.name
    return withPlace { numbers in
      isSingle
        ? kernels_single_binade_end(tier, numbers, start, count)
        : kernels_binade_end(tier, numbers, start, count)
    }
  }
}

extension [Double] {
  /// Numbers of 32 bits, in the byte order of the machine, which may stand anywhere in memory.
  package init(singles: UnsafeRawPointer, count: Int) {
    self.init(unsafeUninitializedCapacity: count) { room, size in
      if let start = room.baseAddress {
        kernels_widen(VectorKernel.Tier.best.name, singles, count, start)
      }
      size = count
    }
  }
}
