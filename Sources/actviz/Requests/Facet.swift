import Activations
import FigureSpecification
import Figures

/// What a figure is divided into panels by, beside its quantities.
enum Facet {
  /// The values of the parameter with this name.
  case parameter(String)
  /// The functions by their names.
  case function

  /// How settings divide functions, nil where that is by quantity as always.
  ///
  /// Throws a `Problem`.
  init?(_ settings: Settings, of functions: [Function]) throws {
    guard let facet = try settings.value(Keys.facet) else { return nil }
    switch facet.lowercased() {
    case "quantity": return nil
    case "function": self = .function
    default:
      let parameters = functions.flatMap(\.family.parameters)
      let found = parameters.first { parameter in
        [parameter.name, parameter.symbol].contains { $0.lowercased() == facet.lowercased() }
      }
      guard let found else {
        var names = ["function", "quantity"]
        for name in parameters.map(\.name) where !names.contains(name) { names.append(name) }
        throw settings.problem(
          Keys.facet,
          "\(Keys.facet.name) makes panels of \(names.joined(separator: ", ")), not of '\(facet)'.")
      }
      self = .parameter(found.name)
    }
  }

  /// How many groups it divides functions into.
  func count(of functions: [Function]) -> Int {
    switch self {
    case .function: return Set(functions.map(\.name)).count
    case .parameter(let name):
      return Set(
        functions.compactMap { function in
          function.settings.first { $0.parameter.name == name }?.value
        }
      ).count
    }
  }
}

/// Functions that stand in one panel together.
struct FunctionGroup {
  /// A function with what its curve is called, and in which style it is drawn.
  struct Member {
    var function: Function
    var name: String
    var value: Curve.Value?
    var style: CurveStyle
    var role = Curve.Role.subject

    /// The member shown for itself where it stands alone, so that it needs no name.
    var alone: Member {
      var member = self
      (member.role, member.name) = (.subject, "")
      return member
    }
  }

  /// What stands above the panel.
  var title: String?
  var members: [Member]

  /// All functions in one group, under the names of legends.
  static func all(_ functions: [Function], _ names: FigureNames) -> FunctionGroup {
    let sweeps = ParameterSweeps(functions, names)
    return FunctionGroup(
      members: functions.enumerated().map { index, function in
        Member(
          function: function, name: names.legend(function),
          value: sweeps?.value(of: function, isNamed: true),
          style: sweeps?.style(of: function) ?? .category(index))
      })
  }

  /// The functions divided by a facet; functions without its parameter are in every group.
  ///
  /// What the title says the names leave out, and equal names have equal styles in all groups.
  static func groups(_ functions: [Function], by facet: Facet, _ names: FigureNames)
    -> [FunctionGroup]
  {
    var groups =
      switch facet {
      case .parameter(let name): byParameter(functions, name, names)
      case .function: byName(functions, names)
      }
    if groups.allSatisfy({ $0.members.count == 1 }) {
      for index in groups.indices { groups[index].members[0].name = "" }
    }
    if let sweeps = ParameterSweeps(functions, by: facet, names) {
      var isNamed = false
      if case .parameter = facet { isNamed = Set(functions.map(\.name)).count > 1 }
      for (index, group) in groups.enumerated() {
        for (place, member) in group.members.enumerated() {
          groups[index].members[place].style = sweeps.style(of: member.function)
          groups[index].members[place].value = sweeps.value(of: member.function, isNamed: isNamed)
        }
      }
      return groups
    }
    var styles: [String] = []
    for (index, group) in groups.enumerated() {
      for (place, member) in group.members.enumerated() {
        if !styles.contains(member.name) { styles.append(member.name) }
        groups[index].members[place].style = .category(
          styles.firstIndex(of: member.name) ?? 0)
      }
    }
    return groups
  }

  private static func byParameter(_ functions: [Function], _ name: String, _ names: FigureNames)
    -> [FunctionGroup]
  {
    func setting(_ function: Function) -> Function.Setting? {
      function.settings.first { $0.parameter.name == name }
    }
    let isFamily = Set(functions.map(\.name)).count == 1
    var settings: [Function.Setting] = []
    for setting in functions.compactMap(setting)
    where !settings.contains(where: { $0.value == setting.value }) {
      settings.append(setting)
    }
    return settings.map { value in
      let members = functions.filter { setting($0).map { $0.value == value.value } ?? true }
      return FunctionGroup(
        title: names.setting(value),
        members: members.map { function in
          let text = names.settings(function.given.filter { $0.parameter.name != name })
          let own = names.name(function)
          let name = text.isEmpty ? own : isFamily ? text : "\(own) (\(text))"
          return Member(function: function, name: function.title ?? name, style: 0)
        })
    }
  }

  private static func byName(_ functions: [Function], _ names: FigureNames) -> [FunctionGroup] {
    var distinct: [String] = []
    for name in functions.map(\.name) where !distinct.contains(name) { distinct.append(name) }
    return distinct.map { name in
      let members = functions.filter { $0.name == name }
      return FunctionGroup(
        title: members.count == 1 ? names.legend(members[0]) : names.name(members[0]),
        members: members.map { function in
          let text = names.settings(function.given)
          let legend = function.title ?? (text.isEmpty ? names.name(function) : text)
          return Member(
            function: function, name: members.count == 1 ? "" : legend, style: 0)
        })
    }
  }
}
