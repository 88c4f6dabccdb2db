internal import CFileSystem

/// Which file systems may be shared between machines.
enum NetworkFileSystem {
  /// The name of the shared file system that a folder lies on; nil for one of this machine's own.
  static func name(of folder: String) -> String? {
    if cfilesystem_is_remote(folder) != 0 { return "a network file system" }
    return name(ofType: UInt32(truncatingIfNeeded: cfilesystem_type(folder)))
  }

  /// The name of a type that may be shared, by its magic number (statfs(2) and linux/magic.h).
  static func name(ofType type: UInt32) -> String? {
    switch type {
    case 0x6969: "NFS"
    case 0x517B, 0xFF53_4D42, 0xFE53_4D42: "SMB"
    case 0x6573_5546: "FUSE"
    case 0x0102_1997: "9P"
    case 0x5346_414F, 0x6B41_4653: "AFS"
    case 0x00C3_6400: "Ceph"
    case 0x7461_636F: "OCFS2"
    case 0x0116_1970: "GFS2"
    case 0x0BD0_0BD0: "Lustre"
    default: nil
    }
  }
}
