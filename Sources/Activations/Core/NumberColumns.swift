import CKernels

/// Columns of doubles that vector registers go through.
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

  /// The first behind one of them that has another sign or exponent, or, where that one is 0 or infinite, is another number; their
  /// number where there is none.
  package func endOfBinade(from start: Int) -> Int {
    kernels_binade_end(VectorKernel.Tier.best.name, self, start, count)
  }
}
