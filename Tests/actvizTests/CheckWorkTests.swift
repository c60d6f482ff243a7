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
      ) { () -> CheckWork.Block? in
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

  @Test(arguments: [FloatType.bf16, .f32])
  func rowsCountedTogetherAreThoseCountedOneByOne(type: FloatType) throws {
    let gelu = try Function(parsing: "gelu")
    let spread = Inputs(every: type == .bf16 ? 41 : 2_621_461, of: type, in: -9...200)
    let specials = [Double.nan, .infinity, -.infinity].map(type.bitPattern)
    let inputs = Inputs(spread.bits(0..<spread.count) + specials, type)
    func answers(_ values: some Collection<Double>) -> Answers {
      let bytes = values.flatMap { value in
        (0..<type.bitWidth / 8).map { byte in
          UInt8(truncatingIfNeeded: type.bitPattern(of: value) >> UInt64(8 * byte))
        }
      }
      return Answers(inputs, block: 0, bytes)
    }
    var columns = Truths(of: gelu, .ofX(.f))
    let places = Answers(inputs, block: 0, inputs.bytes(ofBlock: 0))
    let xs = places.xs.doubles
    let truths = columns.values(at: places, as: type)
    #expect(truths.isSingle == (type == .f32))
    // Every seventh value is wrong, in seven ways; so are neighbours.
    let values = truths.enumerated().map { row, truth in
      guard row % 7 == 0 || row % 50 == 1 else { return truth }
      return type.rounded(
        [.nan, 0, -0.0, truth + 1, truth * 1.0078125, -truth, .infinity][row / 7 % 7])
    }
    for chunk in [1, 5, 64] {
      var rules = TallyRules(type: .bf16, threshold: 0.5, worstCount: 9)
      (rules.chunk, rules.mirror) = (chunk, .none)
      var (together, single) = (Tally(rules), Tally(rules))
      together.add(answers(values), truths: truths)
      for row in xs.indices {
        var one = Tally(rules)
        one.add(Answers([xs[row]], [values[row]]), truths: FloatColumn([truths[row]]))
        single.add(one)
      }
      #expect(together.count == xs.count && together.nanCount > 5 && together.flushedCount > 5)
      #expect(together.histogram.exact > xs.count / 2 && together.steps.violations.count > 10)
      #expect(Self.told(together) == Self.told(single))
      together.finish()
      single.finish()
      // A NaN has no place, but may be among what a row stands for.
      let weight = together.rows.reduce(0) { $0 + Int($1.weight) }
      #expect((xs.count - 1...xs.count).contains(weight))
      #expect(
        together.rows.reduce(0) { $0 + Int($1.bad) } == single.rows.reduce(0) { $0 + Int($1.bad) })
      if chunk == 1 { #expect("\(together.rows)" == "\(single.rows)") }
    }
  }

  /// All that a tally tells but for the rows.
  private static func told(_ tally: Tally) -> [String] {
    [
      "\(tally.count) \(tally.nanCount) \(tally.infiniteCount) \(tally.flushedCount)",
      "\(tally.percentile99) \(tally.histogram.buckets)", "\(String(describing: tally.worst))",
      "\(tally.worstCases.cases)", "\(tally.byInput.binades)", "\(tally.byTruth.binades)",
      "\(tally.byInput.classes(of: tally.type))", "\(tally.byTruth.classes(of: tally.type))",
      "\(tally.specials.sorted)", "\(tally.steps.violations)",
    ]
  }
}
