import Testing

@testable import actviz

/// `--exact` of `actviz table` and `actviz check`.
@Suite struct ProofTests {
  private func table(_ arguments: [String], input: String = "") throws -> Binary.Run {
    let folder = try TemporaryFolder()
    return try Binary.run(["table"] + arguments, in: folder.path, input: input)
  }

  @Test("Values are correctly rounded, of functions by their definitions")
  func functions() throws {
    let run = try table(
      ["gelu", "smu:a=2", "--exact", "--show", "f,df", "--at", "-"], input: "-1\n1\n-38\n")
    #expect(run.status == 0 && run.error.isEmpty)
    #expect(
      run.text == """
        x,gelu.f,gelu.df,smu(a=2).f,smu(a=2).df
        -1,-0.15865525393145705,-0.0833154705876863,-1.0786496035251425,0.8710958548148452
        1,0.8413447460685429,1.0833154705876864,1.9213503964748575,2.128904145185155
        -38,-1.096462777e-314,-4.1665545693e-313,-38,1

        """)
  }

  @Test("Gates, densities and narrow types are proved too")
  func quantities() throws {
    let run = try table(
      [
        "gennorm:beta=3", "--exact", "--show", "gate,density,d2f", "--dtype", "bf16", "--samples",
        "2", "--x-range", "-1:0",
      ])
    #expect(
      run.text == """
        x,gennorm(beta=3).gate,gennorm(beta=3).density,gennorm(beta=3).d2f
        -1,0.0478515625,0.2060546875,-0.2060546875
        0,0.5,0.55859375,1.1171875

        """)
  }

  @Test("What cannot be decided is counted, and the exit status is 1; all numbers are written")
  func undecided() throws {
    let run = try table(
      ["sin(1/x)", "x", "--exact", "--show", "f", "--samples", "3", "--x-range", "-1:1"])
    #expect(run.status == 1)
    #expect(
      run.text == """
        x,sin(1/x).f,x.f
        -1,-0.8414709848078965,-1
        0,nan,0
        1,0.8414709848078965,1

        """)
    #expect(
      run.error == """
        Error: 1 of 6 values could not be decided with 2200 bits; they stand as they are without proof, or as the \
        middle of what they may be.

        """)
  }

  @Test("check holds y against proved values, which correctly rounded ones meet")
  func check() throws {
    let folder = try TemporaryFolder()
    let values = try Binary.run(
      ["table", "gelu", "--exact", "--show", "f", "--samples", "501", "--x-range", "-38:38"],
      in: folder.path)
    try folder.write(values.text, to: "gelu.csv")
    let good = try Binary.run(
      ["check", "gelu", "gelu.csv", "--exact", "--max-ulp", "0"], in: folder.path)
    #expect(good.status == 0 && good.error.isEmpty)
    try folder.write("x,y\n1,2\n0,0\n", to: "wave.csv")
    let wave = try Binary.run(["check", "sin(1/x)", "wave.csv", "--exact"], in: folder.path)
    #expect(wave.status == 1)
    #expect(wave.error.hasPrefix("Error: 1 of 2 values could not be decided"))
  }

  @Test("compare measures with proved values, and counts what it cannot decide")
  func compare() throws {
    let folder = try TemporaryFolder()
    func measures(_ function: String) throws -> Binary.Run {
      try Binary.run(
        [
          "compare", function, "--reference", "gelu", "--exact", "--measures", "csv", "-o", "a.svg",
        ], in: folder.path)
    }
    let textbook = try measures("0.5*x*(1+erf(x/sqrt(2)))")
    #expect(textbook.status == 0)
    let row = try #require(textbook.text.split(separator: "\n").last)
    let cells = row.split(separator: ",")
    // The error, where it is, and the integral: gelu is what the formula says.
    #expect(cells[6...8] == ["-5", "0", "0"])
    let wave = try measures("x*sin(1/x)")
    #expect(wave.status == 1)
    #expect(wave.error.contains("3 of 7 values could not be decided"))
  }

  @Test("Of an integral the slope is proved; f stands as it is")
  func integrals() throws {
    let run = try table(
      ["gelu", "--by", "integral", "--exact", "--show", "df,d2f", "--samples", "2"])
    #expect(run.status == 0)
    #expect(run.text.contains("-5,2.866515718791939e-07,1.4867195147342977e-06"))
  }
}
