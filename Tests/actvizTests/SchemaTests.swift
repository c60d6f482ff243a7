import Foundation
import Testing

/// What the command prints as JSON, held to the schemas in Documentation by an independent validator.
@Suite struct SchemaTests {
  private static let isInstalled =
    (try? Binary.shell("python3 -c 'import jsonschema'", in: "/").status) == 0

  static let reports = [
    ("inspect", "inspect gelu"), ("inspect", "inspect 1/x 'sqrt(x)' heaviside form5:gamma=0.1"),
    ("inspect", "inspect 'density: exp(-x^2)' 'gate: exp(x)/(1 + exp(x))' hardtanh"),
    ("inspect", "inspect swiglu"), ("inspect", "inspect 'sqrt(x)*y' maxout"),
    ("list", "list"), ("list-framework", "list --framework torch"),
    ("config", "config"),
    ("fit", "fit swish --reference gelu --show gate --over beta=0.5:5"),
    ("compare", "compare gelu tanh 1/x --no-figure"),
    ("compare", "compare gelu_tanh --reference gelu --dtype bf16 --no-figure"),
    ("compare", "compare swiglu y/x --show f,fx,fy"),
    ("check", "check relu v.csv --max-ulp 1"), ("check", "check gelu v.csv v.csv"),
    ("check", "check swiglu w.csv --show fx"),
    ("table", "table gelu 1/x --samples 3 --dtype bf16 --bits"),
  ]

  private static let script = """
    import json, sys
    from jsonschema import Draft202012Validator
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.load(open("a.json")))
    print("valid")
    """

  @Test(.enabled(if: isInstalled || Binary.isCI, "jsonschema is not installed"), arguments: reports)
  func everyReportHoldsToItsSchema(_ name: String, _ line: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("0,0\n1,1\n-1,nan\n2,inf\n", to: "v.csv")
    try folder.write("0,0,0\n1,1,1\n-1,nan,1\n2,3,inf\n", to: "w.csv")
    try folder.write(Self.script, to: "validate.py")
    let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Documentation/schemas/\(name).schema.json").path
    let run = try Binary.shell(
      "$actviz \(line) --report json > a.json 2> error; python3 validate.py '\(schema)'",
      in: folder.path)
    #expect(run.text == "valid\n", "\(run.error)")
  }
}
