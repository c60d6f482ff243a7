import Blocks
import FigureSpecification
import Tables
import Testing

@testable import actviz

@Suite("Tables on all cores")
struct TabulationTests {
  private func table(_ arguments: [String], _ format: TableFormat, workers: Int) throws -> (
    bytes: [UInt8], proved: Int
  ) {
    let settings = try Settings(["table"] + arguments).readingFiles()
    let request = try TableRequest(settings, FunctionReader(settings).functions())
    var points = try request.points.batches(of: request.batch, counted: true)
    let encoder = TableEncoder(
      format: format, columns: request.header.columns, rows: points.count)
    var bytes = encoder.opening
    let proofs = try request.write(
      { try points.next() }, as: encoder, telling: .untold, on: BlockEngine(workers: workers)
    ) { bytes += $0 }
    return (bytes + encoder.closing, proofs.all)
  }

  @Test("One thread writes the same bytes as eight", arguments: TableFormat.allCases)
  func threads(format: TableFormat) throws {
    let arguments = ["gelu", "mish", "--show", "f,df", "--samples", "50001"]
    let one = try table(arguments, format, workers: 1).bytes
    #expect(one.count >= 50_001 * 5 * 8)
    #expect(try table(arguments, format, workers: 8).bytes == one)
  }

  @Test("What is proved is counted once, whoever proves it", arguments: [1, 8])
  func proofs(workers: Int) throws {
    let arguments = ["gelu", "--show", "f,df", "--samples", "300", "--exact"]
    #expect(try table(arguments, .csv, workers: workers).proved == 600)
  }
}
