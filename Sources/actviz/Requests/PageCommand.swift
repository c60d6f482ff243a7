import Activations
import FigureSpecification
import Formulas
import HTMLBackend

/// The command that draws what a page's reader sees, in words that follow what is changed there.
struct PageCommand {
  /// The words, in order.
  let words: [LiveCurves.Word]

  /// What was asked of a command, of which functions are shown.
  ///
  /// Throws a `Problem`, which making the figure has thrown before.
  init(_ command: Command, _ asked: Settings, _ sliders: Sliders, of shown: [Function]) throws {
    let operands = asked.all.filter(\.key.isPositional)
    let references = try FunctionReader(sliders.settings).references(operands)
    let functions = zip(operands, references).map { setting, reference in
      LiveCurves.Word(
        ShellText.quoted(setting.value),
        of: shown.indices.filter { shown[$0].isMade(by: reference) })
    }
    let ranges = [Keys.xRange.name: "x", Keys.yRange.name: "y"]
    let options = asked.all.filter { setting in
      !setting.key.isPositional && setting.key.isAsked && ranges[setting.key.name] == nil
    }
    let words = options.map { Self.word($0, of: shown) }
    let axes = ranges.sorted { $0.value < $1.value }.map { name, axis in
      let asked = asked.all.last { $0.key.name == name }
      return LiveCurves.Word(
        asked.map { "--\(name.text) \(ShellText.quoted($0.value))" } ?? "", axis: axis)
    }
    let head = [LiveCurves.Word("actviz \(command.rawValue)")]
    // Behind two hyphens nothing is an option.
    let isRisky = operands.contains { $0.value.hasPrefix("-") }
    self.words =
      isRisky
      ? head + words + axes + [LiveCurves.Word("--")] + functions : head + functions + words + axes
  }

  /// An option: with a slider's value in place of its range, or with those values of a list of which curves are seen.
  private static func word(_ setting: Setting, of shown: [Function]) -> LiveCurves.Word {
    let name = "--\(setting.key.name.text)"
    guard setting.key.form != .flag else { return LiveCurves.Word(name) }
    let isAssignment = setting.key.name == Keys.parameters.name
    let start =
      isAssignment ? setting.value.firstIndex(of: "=").map { setting.value[...$0] } ?? "" : ""
    if let slider = (try? setting.sliderRange()) ?? nil {
      return LiveCurves.Word("\(name) \(start)", slider: slider.name)
    }
    let isSweep = isAssignment || Keys.sweeps.contains { $0.name == setting.key.name }
    let values = setting.value.dropFirst(start.count).split(separator: ",").map(String.init)
    guard isSweep, values.count > 1 else {
      return LiveCurves.Word("\(name) \(ShellText.quoted(setting.value))")
    }
    let parameter = isAssignment ? String(start.dropLast()) : setting.key.name.text
    let choices = values.map { value in
      LiveCurves.Word(
        value,
        of: shown.indices.filter { place in
          shown[place].settings.contains {
            $0.parameter.name == parameter && $0.value == Double(value)
          }
        })
    }
    return LiveCurves.Word("\(name) \(start)", choices: choices)
  }
}

extension Specification {
  /// The command that draws the figure by its settings; nil of one with panels, which a file alone describes.
  var command: Command? {
    guard panels.isEmpty else { return nil }
    return settings.has(Keys.reference) ? .compare : .plot
  }
}

extension Function {
  /// Whether a reference stands for it, or for a vector or an integral of which it is one.
  fileprivate func isMade(by reference: FunctionReference) -> Bool {
    let isNamesake =
      name == reference.name || name.hasPrefix(reference.name + "[")
      || name.hasPrefix(reference.name + " by ")
    return isNamesake && reference.settings.allSatisfy(settings.contains)
  }
}

extension Key {
  /// Whether it says what is drawn, and not where that goes.
  fileprivate var isAsked: Bool {
    switch scope {
    case .figure, .panel, .command: true
    case .result: false
    }
  }
}
