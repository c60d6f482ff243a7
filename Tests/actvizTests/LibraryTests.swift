import Foundation
import Testing

/// Functions of a library that is compiled here, right ones and such with one fault each.
@Suite struct LibraryTests {
  private static func check(_ arguments: String) throws -> (run: Binary.Run, json: [String: Any]) {
    let folder = try TemporaryFolder()
    let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("FaultyLibrary.c").path
    let run = try Binary.shell(
      """
      cc -shared -fPIC -O1 -ffp-contract=off -o k.so '\(source)' -lm || exit 99
      $actviz check \(arguments) --report json
      """, in: folder.path)
    try #require(run.status != 99, "\(run.error)")
    let json = run.output.isEmpty ? [:] : try JSONSerialization.jsonObject(with: run.output)
    return (run, try #require(json as? [String: Any]))
  }

  private static func number(_ value: Any?) -> Double? {
    (value as? NSNumber)?.doubleValue ?? (value as? String).flatMap(Double.init)
  }

  @Test(arguments: [
    "softsign k.so:softsign --dtype f32 --stride 50021",
    "softsign k.so:softsign_array --signature array --dtype f32 --sample 50000",
    "'b*softsign(a*x)' k.so:scaled_softsign --param a=2 --param b=4 --arguments 2,4 --dtype f32 --sample 5000",
    "identity ./k.so:same_bits --dtype bf16", "identity ./k.so:same_bits --dtype f16",
    "identity k.so:same_bits_array --dtype f16 --signature array",
    "identity k.so:same_double --dtype f64 --sample 5000",
    "identity k.so:same_few --dtype f64 --signature array --sample 50000",
    // More blocks than stand in memory at a time.
    "softsign k.so:softsign_array --signature array --dtype f32 --stride 9001",
  ])
  func rightValuesAreRight(arguments: String) throws {
    let (run, json) = try Self.check(arguments + " --max-ulp 0")
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)\(run.text)")
    #expect(json["rows"] as? Int ?? 0 >= 5000)
  }

  @Test func aFlushIsCounted() throws {
    for name in ["softsign_flushes", "softsign_ftz --signature array"] {
      let (run, json) = try Self.check(
        "softsign k.so:\(name) --dtype f32 --max-ulp 1 --stride 10007 --x-range -1:1")
      #expect(run.status == 1)
      // Every 10007th of the subnormal numbers of both signs, but 0.
      #expect(json["flushed"] as? Int == 2 * (0x7F_FFFF / 10007))
    }
  }

  @Test func aNaNIsCounted() throws {
    let (run, json) = try Self.check(
      "softsign k.so:softsign_is_nan --dtype f32 --max-ulp 1 --stride 100003")
    #expect(run.status == 1)
    #expect(json["nan"] as? Int ?? 0 > 100)
    let ranges = try #require(json["ranges"] as? [[String: Any]])
    #expect(ranges.count == 1 && Self.number(ranges[0]["from"]) ?? 0 > 1e30)
  }

  @Test func oneUlpAtOneInputIsFound() throws {
    let (run, json) = try Self.check(
      "softsign k.so:softsign_one_ulp --dtype f32 --max-ulp 0 --all --x-range 3.14:3.15")
    #expect(run.status == 1)
    #expect(json["rows"] as? Int == 41_943)
    let worst = try #require(json["worst"] as? [String: Any])
    #expect(Self.number(worst["ulp"]) == 1)
    #expect(Self.number(worst["x"]).map { Float($0) } == Float.pi.nextUp)
  }

  @Test(arguments: [
    ("softsign_crashes", "was ended by signal 6 (abort)"),
    ("softsign_hangs", "did nothing for 1 s"),
  ])
  func theInputOfACrashAndOfAHangIsNamed(name: String, told: String) throws {
    let (run, json) = try Self.check(
      "softsign k.so:\(name) --dtype f32 --stride 2048 --x-range -8:8 --timeout 1")
    #expect(run.status == 65)
    #expect(
      run.error.hasPrefix("Error: 'k.so:\(name)' \(told) at x = -3.5 (bits 0xc0600000), after "),
      "\(run.error)")
    #expect((json["fault"] as? [String: Any])?["bits"] as? String == "0xc0600000")
  }

  @Test func aStepAtASeamAndAnotherFunctionAreNamed() throws {
    let (step, json) = try Self.check(
      "softsign k.so:softsign_steps --dtype f32 --max-ulp 1 --stride 1009 --x-range -9:9")
    #expect(step.status == 1)
    let ranges = try #require(json["ranges"] as? [[String: Any]])
    #expect(ranges.count == 1)
    let (from, to) = (Self.number(ranges[0]["from"]) ?? 0, Self.number(ranges[0]["to"]) ?? 0)
    #expect(from >= 2 && from < 2.001 && to > 2.499 && to < 2.5)
    let (other, likely) = try Self.check(
      "softsign k.so:tanh_for_softsign --dtype f32 --max-ulp 1 --sample 5000")
    #expect(other.status == 1)
    #expect((likely["likely_function"] as? [String: Any])?["name"] as? String == "tanh")
  }

  @Test(arguments: [
    ("relu k.so:nothing --dtype f32", 66, "'k.so:nothing' cannot be called; it said: "),
    ("relu missing.so:f --dtype f32", 66, "'missing.so:f' cannot be called; it said: "),
    ("relu k.so:softsign", 64, "needs --dtype"), ("relu k.so:", 66, "Cannot read 'k.so:'"),
    ("relu k.so:softsign --dtype f32 --arguments 1,2,3,4,5", 64, "four numbers at most"),
    ("relu a.csv --signature array", 64, "--signature is for a function of a library"),
    ("relu k.so:softsign --dtype f32 --signature list", 64, "--signature is one of value, array"),
  ])
  func whatCannotBeCalledIsSaid(arguments: String, status: Int32, told: String) throws {
    let (run, _) = try Self.check(arguments)
    #expect(run.status == status && run.output.isEmpty)
    #expect(run.error.contains(told), "\(run.error)")
    #expect(run.error.split(separator: "\n").count == 1)
  }

  @Test func flushedNumbersMayCountAsRight() throws {
    for name in ["softsign_flushes", "softsign_ftz --signature array"] {
      let (run, json) = try Self.check(
        "softsign k.so:\(name) --dtype f32 --max-ulp 2 --stride 10007 --flush-subnormals")
      #expect(run.status == 0, "\(run.text.prefix(300))")
      #expect(json["flush_subnormals"] as? Bool == true)
    }
    // A normal result that is 0 stays wrong.
    let (run, _) = try Self.check(
      "softsign k.so:softsign_is_nan --dtype f32 --max-ulp 1 --stride 100003 --flush-subnormals")
    #expect(run.status == 1)
  }

  @Test func aStepIsAViolationOfDirectionAndOfSymmetry() throws {
    let (_, json) = try Self.check(
      "softsign k.so:softsign_steps --dtype f32 --all --x-range 1.999:2.001")
    let steps = try #require(json["steps_against"] as? [String: Any])
    #expect(steps["count"] as? Int == 1)
    let worst = try #require(steps["worst"] as? [String: Any])
    #expect(worst["at"] as? String == "bits:0x3fffffff,0x40000000")
    let (_, both) = try Self.check(
      "softsign k.so:softsign_steps --dtype f32 --stride 1009 --x-range -9:9")
    let symmetry = try #require(both["symmetry"] as? [String: Any])
    #expect(symmetry["kind"] as? String == "odd")
    // Every input from 2 to 2.5 is one of such a pair.
    #expect(symmetry["count"] as? Int == 2_097_152 / 1009)
  }

  @Test func everyFindingIsSeenAgainByItsBits() throws {
    let (_, json) = try Self.check(
      "softsign k.so:softsign_one_ulp --dtype f32 --all --x-range 3.141:3.142 --worst 3")
    let worst = try #require(json["worst_rows"] as? [[String: Any]])
    #expect(worst.count == 1)
    #expect(worst[0]["x_bits"] as? String == "0x40490fdb")
    let place = try #require(worst[0]["at"] as? String)
    let (again, one) = try Self.check(
      "softsign k.so:softsign_one_ulp --dtype f32 --max-ulp 0 --worst 1 --at \(place)")
    #expect(again.status == 1 && one["rows"] as? Int == 1)
    let found = try #require((one["worst_rows"] as? [[String: Any]])?.first)
    for key in ["x_bits", "y_bits", "truth_bits", "at"] {
      #expect(found[key] as? String == worst[0][key] as? String)
    }
  }

  @Test func kindsOfNumbersAndSpecialOnesAreTold() throws {
    let (_, json) = try Self.check("identity k.so:same_bits --dtype f16")
    let classes = try #require(json["classes"] as? [String: Any])
    let counts = (classes["x"] as? [[String: Any]])?.map { $0["count"] as? Int }
    #expect(counts == [2, 2046, 61440, 2, 2046])
    let specials = try #require(json["specials"] as? [[String: Any]])
    #expect(
      specials.map { $0["x_bits"] as? String } == [
        "0xfc00", "0xfbff", "0x8400", "0x83ff", "0x8001", "0x8000", "0x0000", "0x0001", "0x03ff",
        "0x0400", "0x7bff", "0x7c00", "0x7e00",
      ])
    #expect((json["binades"] as? [Any])?.count == 2 * (30 + 10))
    let text = try Self.check("softsign k.so:softsign_flushes --dtype f32 --sample 99").run.text
    #expect(!text.isEmpty)
  }

  @Test func theReportHoldsToItsSchemaAndJUnitIsXML() throws {
    let folder = try TemporaryFolder()
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let schema = here.appendingPathComponent("../../Documentation/schemas/check.schema.json").path
    let run = try Binary.shell(
      """
      cc -shared -fPIC -O1 -o 'k<&.so' '\(here.appendingPathComponent("FaultyLibrary.c").path)' -lm
      for f in softsign softsign_is_nan softsign_crashes; do
        for form in json junit; do
          $actviz check softsign "k<&.so:$f" --dtype f32 --stride 65536 --max-ulp 1 --worst 5 --report $form > $f.$form 2> errors
        done
      done
      python3 - '\(schema)' << 'END'
      import json, sys
      from xml.etree import ElementTree
      from jsonschema import Draft202012Validator
      schema = json.load(open(sys.argv[1]))
      kinds = []
      for name in ["softsign", "softsign_is_nan", "softsign_crashes"]:
          Draft202012Validator(schema).validate(json.load(open(name + ".json")))
          case = ElementTree.parse(name + ".junit").getroot()[0][0]
          assert case.get("name") == "k<&.so:" + name
          kinds.append(case[0].tag)
      print(kinds)
      END
      """, in: folder.path)
    #expect(run.text == "['system-out', 'failure', 'error']\n", "\(run.error)")
  }

  @Test func withoutTheRunnerTheSentenceNamesIt() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.shell(
      "cp \"$actviz\" alone && PATH=/usr/bin:/bin ./alone check identity k.so:f --dtype f32",
      in: folder.path)
    #expect(run.status == 66)
    #expect(
      run.error == """
        Error: 'k.so:f' cannot be called: actviz-runner, which belongs beside actviz, could not be started: \
        No such file or directory.

        """)
  }

  @Test(arguments: ["there is no type f", "usage: actviz-runner LIBRARY FUNCTION TYPE value|array"])
  func aRunnerOfAnotherVersionIsNamed(sentence: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "#!/bin/sh\necho '\(sentence)' >&2\nexit 64\n", to: "actviz-runner", mode: 0o755)
    let run = try Binary.shell(
      "cp \"$actviz\" alone && ./alone check identity k.so:f --dtype f32",
      in: folder.path)
    #expect(run.status == 66)
    #expect(
      run.error.hasPrefix("Error: 'k.so:f' cannot be called: /")
        && run.error.hasSuffix(
          "/actviz-runner is of another version than actviz; install both from one release.\n")
    )
  }
}
