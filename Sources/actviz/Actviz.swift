import ArgumentParser

@main
struct Actviz: ParsableCommand {
  func run() {}
}
