import Activations
import Blocks
import FigureSpecification
import Testing

@testable import actviz

@Suite struct CheckWorkTests {
  @Test func resultsAreTheSameWhateverTheNumberOfThreads() throws {
    let settings = try Settings(line: "check gelu - --dtype bf16 --max-ulp 2")
    let function = try Function(parsing: "gelu")
    let request = try CheckRequest(settings, of: function)
    let bits = Inputs(every: 16, of: .bf16).bits(0..<4096)
    let blocks = stride(from: 0, to: bits.count, by: 100).map {
      Inputs(Array(bits[$0..<min($0 + 100, bits.count)]), .bf16)
    }
    var reports: [String] = []
    for workers in [1, 2, 5] {
      var rest = blocks[...]
      let work = try CheckWork(
        request, TallyRules(type: .bf16, threshold: 2, worstCount: 5), telling: .untold,
        on: BlockEngine(workers: workers)
      ) { () -> (@Sendable () -> Answers)? in
        guard let inputs = rest.popFirst() else { return nil }
        // The answer to x is x: right far to the right, and wrong in many ways elsewhere.
        return { Answers(inputs, block: 0, inputs.bytes(ofBlock: 0)) }
      }
      #expect(work.tally.count == 4096)
      reports.append(CheckResult(request, work, fileName: "k", path: "k").json.text)
    }
    #expect(reports[1] == reports[0])
    #expect(reports[2] == reports[0])
  }
}
