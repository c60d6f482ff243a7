import Activations
import Analysis
import Blocks
import Tables

/// What makes a table's rows of points, batch by batch.
protocol Tabulation: Sendable {
  /// Some points.
  associatedtype Points: Sendable

  /// What the columns are called.
  var header: TableHeader { get }
  /// How many values proof was asked for so far, and how many could not be decided.
  var proofs: ProofCount { get }
  /// Whether every value is proved.
  var isExact: Bool { get }

  /// What is to be told of the work.
  func stage(rows: Int?) -> WorkProgress.Stage

  /// The numbers for a batch of points, in the header's order.
  mutating func columns(at points: Points, telling progress: WorkProgress) -> [[Double]]
}

extension Tabulation {
  /// How many points make a batch: so many that they stay in the cache with the numbers made of them, and few where each
  /// is proved, which may take a second.
  var batch: Int {
    isExact ? 64 : min(max(1 << 14 / header.columns.count, 256), 4096)
  }

  /// Writes a table's rows in the order of their points, made on all cores; returns what was proved of them.
  ///
  /// The bytes do not depend on the number of threads.
  func write(
    _ next: () throws -> Points?, as encoder: TableEncoder, telling progress: WorkProgress,
    on engine: BlockEngine, to write: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> ProofCount {
    var (proofs, isFirst) = (ProofCount(), true)
    try engine.run {
      defer { isFirst = false }
      return try next().map { (points: $0, areFirst: isFirst) }
    } with: {
      self
    } work: { tabulation, batch in
      let before = tabulation.proofs
      let columns = tabulation.columns(at: batch.points, telling: progress)
      return (
        bytes: encoder.rows(columns, areFirst: batch.areFirst),
        proofs: tabulation.proofs.since(before)
      )
    } take: { made in
      proofs.add(made.proofs)
      try made.bytes.withUnsafeBytes(write)
    }
    return proofs
  }
}
