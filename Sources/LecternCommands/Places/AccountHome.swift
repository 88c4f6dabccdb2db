#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The home folder that the user database has for the process's real user; nil when it has none.
///
/// It is the way out for a process whose environment has no `HOME`, such as one that cron started.
func accountHomeFolder() -> String? {
  guard let account = getpwuid(getuid()), let folder = account.pointee.pw_dir else { return nil }
  return String(cString: folder)
}
