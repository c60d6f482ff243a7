/// What hands that are used to other programs call a key, or a value of it.
///
/// Nothing here works as an option: it is what a sentence about an unknown one proposes. Words of a key's choices,
/// `--dark`, need no line.
package enum OtherNames {
  /// The names of a key, or of a value that it takes.
  struct Entry {
    let key: String
    let value: String?
    let names: [String]

    init(_ key: String, _ names: String) { self.init(key, nil, names) }

    init(_ key: String, _ value: String?, _ names: String) {
      self.key = key
      self.value = value
      self.names = names.split(separator: " ").map(String.init)
    }
  }

  /// Names without hyphens, which are left out of what is typed too.
  static let all: [Entry] = [
    Entry(
      "x-range",
      "xlim xlims xlimits xmin xmax domain range interval bounds x limits from start stop"),
    Entry("y-range", "ylim ylims ylimits ymin ymax codomain y"),
    Entry("x-scale", "log", "logx xlog semilogx loglog"),
    Entry("y-scale", "log", "logy ylog semilogy"),
    Entry("x-scale", "symlog", "symlogx"),
    Entry("y-scale", "symlog", "symlogy"),
    Entry("size", "height figsize figuresize dimensions geometry resolution paper"),
    Entry("dpi", "ppi density"),
    Entry("theme", "style stylesheet colorscheme appearance mode"),
    Entry("theme", "dark", "darkmode darktheme night"),
    Entry("theme", "light", "lightmode lighttheme"),
    Entry("theme", "print", "bw blackandwhite monochrome"),
    Entry("transparent", "transparency transparentbackground nobackground alphachannel"),
    Entry("text-size", "fontsize textscale"),
    Entry("font", "fontfamily typeface"),
    Entry("title", "caption heading suptitle maintitle header"),
    Entry("title", "''", "notitle"),
    Entry("output", "out file outfile outputfile filename export saveas destination savefig dest"),
    Entry("show", "quantity quantities plotwhat what"),
    Entry("show", "df", "derivative deriv grad gradient diff slope prime firstderivative dx"),
    Entry("show", "f,df", "derivatives"),
    Entry("show", "d2f", "secondderivative curvature hessian ddf"),
    Entry("samples", "n num points npoints numpoints steps nsamples count linspace step"),
    Entry("dtype", "precision float type floattype datatype"),
    Entry("dtype", "f64", "float64 double fp64"),
    Entry("dtype", "f32", "float32 single fp32"),
    Entry("dtype", "f16", "float16 half fp16"),
    Entry("dtype", "bf16", "bfloat16 bfloat"),
    Entry("color", "colour colors colours linecolor linecolour"),
    Entry("width", "linewidth lw thickness stroke strokewidth penwidth"),
    Entry("dash", "linestyle ls dashes linetype dasharray"),
    Entry("palette", "colormap cmap colourmap colorcycle"),
    Entry("grid", "off", "nogrid"),
    Entry("legend", "legendposition legendloc legendlocation loc key legendpos"),
    Entry("legend", "none", "nolegend nokey"),
    Entry("label", "direct", "directlabels labels"),
    Entry("name", "names rename legendlabel curvename"),
    Entry("x-label", "xlabel xtitle xname xaxis"),
    Entry("y-label", "ylabel ytitle yname yaxis"),
    Entry("x-ticks", "xticks xtics"),
    Entry("y-ticks", "yticks ytics"),
    Entry("mark", "marker markers features annotatepoints"),
    Entry("mark", "minimum,maximum", "extrema"),
    Entry("mark", "zero", "roots root zeros zeroes"),
    Entry("mark", "minimum", "minima min argmin"),
    Entry("mark", "maximum", "maxima max argmax"),
    Entry("aspect", "equal", "equalaxes axisequal square"),
    Entry("facet", "subplots split panels groupby"),
    Entry("columns", "cols ncols colwrap layout"),
    Entry("gray-reference", "grayrelu greyreference"),
    Entry("gray", "grey background"),
    Entry("line", "hline vline axhline axvline guide"),
    Entry("zone", "axvspan axhspan region shade span"),
    Entry("note", "annotate annotation text comment"),
    Entry("points", "scatter data measured overlay"),
    Entry("band", "fillbetween fill between"),
    Entry("reference", "against baseline versus vs target compareto"),
    Entry("at", "xs input inputfile pointsfile values"),
    Entry("max-ulp", "tolerance tol atol rtol ulp ulps maxerror threshold"),
    Entry("over", "vary range bounds searchspace"),
    Entry("norm", "metric loss error"),
    Entry("exact", "prove proof proved proven rigorous verified"),
    Entry("define", "definitions definition def functions"),
    Entry("param", "params parameter parameters set args"),
    Entry("report", "print measuresformat reportformat"),
    Entry("format", "fmt filetype ext extension outputformat"),
    Entry("save", "savefigure savefile spec yaml config"),
    Entry("svg-text", "textastext editabletext keeptext"),
    Entry("quiet", "silent nooutput"),
    Entry("framework", "library lib backend"),
  ]

  /// What other programs call a command.
  package static let commands: [(command: Command, names: String)] = [
    (.plot, "draw graph chart figure picture show image"),
    (.explore, "page html slider sliders play browse browser interactive"),
    (.table, "values value eval evaluate tabulate print data numbers calc"),
    (.compare, "diff difference error errors versus vs"),
    (.inspect, "info describe properties sheet analyze analyse about"),
    (.fit, "optimize optimise approximate match minimize minimise"),
    (.check, "test verify validate ulp ulps"),
    (.golden, "testdata testset vectors fixtures expected"),
    (.export, "code codegen generate write source torch jax c python"),
    (.list, "functions ls catalogue catalog names all"),
    (.config, "configuration settings defaults preferences style"),
    (.render, "yaml build make"),
    (.rerun, "redraw again repeat replay"),
  ]

  /// The command that a word may stand for, by its meaning or by its beginning.
  package static func command(meantBy name: String) -> Command? {
    let name = compact(name)
    let meant = commands.first { $0.names.split(separator: " ").contains { $0 == name } }
    let begun = Command.allCases.filter { name.count > 2 && $0.rawValue.hasPrefix(name) }
    return meant?.command ?? (begun.count == 1 ? begun[0] : nil)
  }

  /// What a name may stand for among the options of a command: `--x-range`, `--theme dark`.
  package static func meant(by name: String, among options: [Key]) -> String? {
    let name = compact(name)
    for entry in all where entry.names.contains(name) {
      guard let key = options.first(where: { $0.name.text == entry.key }) else { continue }
      return "--\(key.name.text)" + (entry.value.map { " " + $0 } ?? "")
    }
    return options.first { $0.synonyms.map(compact).contains(name) }.map { "--\($0.name.text)" }
  }

  /// A name in lower case, without hyphens and underscores: `--xRange` and `--x_range` are `--x-range`.
  package static func compact(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}
