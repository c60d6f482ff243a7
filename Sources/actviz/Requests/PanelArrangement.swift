import Activations
import Analysis
import Figures

extension PlotRequest {
  /// The figure: a panel for every quantity and, with a reference, one below for the differences.
  ///
  /// With a type, another one below tells the differences in ulp. With a facet, each of these is a row
  /// with a column for every group of functions, as long as the groups are few; many groups
  /// follow one another with all their panels.
  func figureRequest() -> FigureRequest {
    let (groups, views) = (groups, views)
    let isRowed = columns.map { $0 == groups.count } ?? (groups.count <= Self.longestRow)
    let domains = groups.map(domain)
    let panels =
      isRowed
      ? views.indices.flatMap { view in zip(groups, domains).map { panel(view, $0, $1) } }
      : zip(groups, domains).flatMap { group, domain in
        views.indices.map { panel($0, group, domain) }
      }
    var figure = FigureRequest(title: title ?? defaultTitle, domain: domain, panels: panels)
    figure.columns = columns ?? chosenColumns(isRowed: isRowed)
    figure.sharesYDomain = facet != nil && !freesY
    figure.labelling = aids.labelling
    figure.legendPlace = aids.legendPlace
    figure.strangers = strangers
    figure.look = look
    figure.xScale = xScale
    figure.samples = samples
    return figure
  }

  /// The functions as they stand together in panels, with what they are compared with.
  var groups: [FunctionGroup] {
    guard let facet else { return [grayed(FunctionGroup.all(drawn, names))] }
    var groups = FunctionGroup.groups(functions, by: facet, names)
    guard let reference else { return groups }
    let isReference = { (member: FunctionGroup.Member) in
      member.function.isTwin(of: reference)
    }
    // It is in every panel anyway.
    if groups.contains(where: { !$0.members.allSatisfy(isReference) }) {
      groups.removeAll { $0.members.allSatisfy(isReference) }
    }
    let member = FunctionGroup.Member(
      function: reference, name: names.legend(reference),
      style: .category(Set(groups.flatMap(\.members).map(\.style)).count),
      role: aids.gray != nil ? .subject : .reference)
    return groups.map { group in
      var group = group
      if !group.members.contains(where: isReference) { group.members.append(member) }
      return grayed(group)
    }
  }

  /// The functions with the reference in grey, unless another function is that already.
  private func grayed(_ group: FunctionGroup) -> FunctionGroup {
    guard let reference, aids.gray == nil else { return group }
    var group = group
    for index in group.members.indices where group.members[index].function.isTwin(of: reference) {
      group.members[index].role = .reference
      group.members[index].value = nil
    }
    return group
  }

  /// How many groups at most stand side by side with a row for every view.
  private static let longestRow = 6

  private func chosenColumns(isRowed: Bool) -> Int? {
    guard facet != nil, groups.count > 1 else { return reference.map { _ in quantities.count } }
    guard views.count > 1 else { return nil }
    guard !isRowed else { return groups.count }
    // All panels of a group in one row; as many groups beside it as give panels a good shape.
    func badness(_ groupsInRow: Int) -> Double {
      let rows = (groups.count + groupsInRow - 1) / groupsInRow
      let aspect =
        look.size.width / Double(groupsInRow * views.count)
        / (look.size.height / Double(rows))
      return max(aspect / 1.78, 1.78 / aspect)
    }
    let best = (1...groups.count).min { badness($0) < badness($1) }
    return best.map { $0 * views.count }
  }

  private func panel(
    _ index: Int, _ group: FunctionGroup, _ domain: ClosedRange<Double>?
  ) -> PanelRequest {
    let view = views[index]
    let members = members(of: group, in: view).map { $0.differentiated(for: view) }
    var panel = PanelRequest(
      view, title: group.title,
      curves: members.map { member in
        CurveRequest(
          function: member.function, quantity: view.quantity, measure: view.measure,
          name: member.name, value: member.value, style: styled(member), role: member.role)
      })
    panel.domain = domain
    panel.tellsTwins = reference == nil
    panel.take(axes, of: view, index)
    panel.annotations = annotations.of(view, isFirst: index == 0)
    panel.annotations.style(after: members.map(\.style), curves: drawn.count, overrides)
    panel.features = aids.features
    if view.isValue { panel.yRange = aids.yRange }
    let ends = aids.band?.sides.map { side in
      members.firstIndex { side.contains(where: $0.function.isTwin) }
    }
    if let ends, let first = ends[0], let second = ends[1], first != second {
      panel.band = PanelRequest.CurvePair(first: first, second: second)
    }
    return panel
  }

  /// The functions of a group that a view shows, one behind them in grey where that is asked for.
  private func members(of group: FunctionGroup, in view: View) -> [FunctionGroup.Member] {
    guard view.isValue else {
      guard let reference else { return group.members }
      let others = group.members.filter { !$0.function.isTwin(of: reference) }
      // Its own distance from itself is shown too, where there is nothing else: the line at 0.
      return others.isEmpty ? group.members.prefix(1).map(\.alone) : others
    }
    var members = group.members
    guard let function = aids.gray, let name = ReadingAids.grayName(function, view.quantity)
    else { return members }
    let gray = FunctionGroup.Member(
      function: function, name: name, style: 0, role: .reference)
    if let index = members.firstIndex(where: { $0.function.isTwin(of: function) }) {
      members[index] = gray
    } else {
      members.append(gray)
    }
    return members
  }
}
