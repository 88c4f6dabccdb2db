import ReadingModel

extension Runtime {
  /// Does what an import asks: what is long beside the loop, the rest at once.
  func perform(_ effect: ImportEffect) {
    let desk = environment.importDesk
    switch effect {
    case .loadPaths: tell { .pathsLoaded(try environment.importPaths()) }
    case .keepPath(let path):
      do { try environment.keepImportPath(path) } catch {
        handle(.failed(String(describing: error)))
      }
    case .loadStanding(let papers): tell { .standing(try environment.standing(of: papers)) }
    case .complete(let path):
      start(.completion, job: 0) { _ in
        // A folder that cannot be read completes nothing; what is wrong with it is said on Enter.
        .names((try? desk.names(beginning: path.exact)) ?? [], for: path.shown)
      }
    case .plan(let order, let job):
      start(.importing, job: job) { control in
        .planned(ImportPreview(try desk.plan(order, control)), job: job)
      }
    case .perform(let order, let job):
      start(.importing, job: job) { control in
        .imported(try desk.perform(order, control), job: job)
      }
    case .stop: jobs.stop(.importing)
    case .forget: desk.forget()
    }
  }

  private func start(
    _ purpose: Jobs.Purpose, job: Int,
    _ work: @escaping @Sendable (JobControl) throws -> ImportMessage
  ) {
    jobs.start(
      purpose, report: { .importing(.progressed($0, job: job)) },
      work: { control in
        do { return .importing(try work(control)) } catch {
          return .importing(.failed(String(describing: error), job: job))
        }
      })
  }

  private func tell(_ body: () throws -> ImportMessage) {
    do { handle(.importing(try body())) } catch { handle(.failed(String(describing: error))) }
  }
}
