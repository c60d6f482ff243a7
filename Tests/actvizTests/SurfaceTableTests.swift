import Foundation
import Testing

@testable import actviz

/// `actviz table` of functions of two variables.
@Suite struct SurfaceTableTests {
  private func table(_ arguments: [String], input: String = "") throws -> Binary.Run {
    let folder = try TemporaryFolder()
    return try Binary.run(["table"] + arguments, in: folder.path, input: input)
  }

  @Test func aGridHasEveryXWithEveryY() throws {
    let run = try table([
      "x*y", "maxout", "--samples", "2x3", "--x-range", "1:2", "--y-range", "-1:1", "--show",
      "f,fy",
    ])
    #expect(
      run.text == """
        x,y,x*y.f,x*y.fy,maxout.f,maxout.fy
        1,-1,-1,1,1,0
        1,0,0,1,1,0
        1,1,1,1,1,0.5
        2,-1,-2,2,2,0
        2,0,0,2,2,0
        2,1,2,2,2,0

        """)
  }

  @Test func aLongGridIsWholeInBatches() throws {
    let run = try table([
      "x+1000*y", "--samples", "70x101", "--x-range", "0:69", "--y-range", "0:100",
    ])
    let rows = run.text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").compactMap { Double($0) }
    }
    #expect(rows.count == 7070)
    for (index, row) in rows.enumerated() {
      let (x, y) = (Double(index / 101), Double(index % 101))
      #expect(row == [x, y, x + 1000 * y])
    }
  }

  @Test func pointsComeFromAFileOfTwoColumns() throws {
    let run = try table(
      ["glu", "--at", "-", "--show", "fx", "--format", "ndjson"], input: "y,x\n4,0\nnan,1\n")
    #expect(
      run.text == #"{"x":0,"y":4,"glu.fx":1}"# + "\n" + #"{"x":1,"y":"nan","glu.fx":"nan"}"# + "\n")
    let one = try table(["glu", "--at", "-"], input: "1\n2\n")
    #expect(one.status == 65 && !one.error.isEmpty && one.text.isEmpty)
  }

  @Test func valuesAreProvedAndRoundedOnce() throws {
    // The doubles nearest to what mpmath gives with 80 digits.
    let run = try table(
      ["x*y - sin(x)*y", "log(1 - x*y)", "--at", "-", "--exact", "--show", "f,fxy"],
      input: "1e-5,3\n")
    #expect(run.status == 0)
    #expect(
      run.text.hasSuffix(
        "\n1e-05,3,4.999999999975001e-16,4.999999999958334e-11,-3.0000450009000205e-05,-1.000060002700108\n"
      ))
    let narrow = try table(
      ["swiglu", "--at", "-", "--dtype", "bf16", "--bits"], input: "1.001,0.1\n")
    #expect(narrow.text.hasSuffix("\n1,0x3f80,0.10009765625,0x3dcd,0.0732421875,0x3d96\n"))
  }

  @Test(arguments: [
    (["gelu", "swiglu"], "gelu is a function of x alone, and swiglu one of x and y"),
    (
      ["gelu", "--y-range", "0:1"],
      "--y-range is the domain of y, and gelu is a function of x alone"
    ),
    (["swiglu", "--show", "df"], "--show knows f, fx, fy, fxx, fxy, fyy, not 'df'"),
    (["swiglu", "--samples", "1x5"], "--samples of two variables is NxM"),
    (["swiglu", "--all", "--dtype", "bf16"], "--all is for functions of x alone"),
    (
      ["swiglu", "--param", "z=1"], "z is a parameter of none of the functions: swiglu has beta, y."
    ),
    (["x*y*z"], "'z' has no value"),
  ])
  func whatMeansNothingIsOneSentence(arguments: [String], sentence: String) throws {
    let run = try table(arguments)
    #expect(run.status == 64 && run.error.contains(sentence), "\(run.error)")
    #expect(run.text.isEmpty)
  }

  @Test func aSliceIsAFunctionOfX() throws {
    let swept = try table(
      ["swiglu", "--param", "y=2,-1", "--at", "-", "--show", "f,df"], input: "0\n")
    #expect(
      swept.text == "x,swiglu(y=2).f,swiglu(y=2).df,swiglu(y=-1).f,swiglu(y=-1).df\n0,0,1,-0,-0.5\n"
    )
    let fixed = try table(["swiglu:y=2,beta=0", "--at", "-", "--show", "f"], input: "3\n")
    #expect(fixed.text == "x,\"swiglu(beta=0,y=2).f\"\n3,3\n")
  }

  @Test(arguments: ["plot", "compare", "inspect"])
  func aSliceIsTakenByOtherCommands(command: String) throws {
    let folder = try TemporaryFolder()
    for function in ["x*sigmoid(y)", "swiglu"] {
      let slice = try Binary.run([command, function, "--param", "y=1"], in: folder.path)
      #expect(slice.status == 0, "\(slice.error)")
    }
  }
}
