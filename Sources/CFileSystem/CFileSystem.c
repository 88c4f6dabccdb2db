#include "CFileSystem.h"

#ifdef __linux__
#include <sys/vfs.h>

unsigned long cfilesystem_type(const char *path)
{
  struct statfs status;
  // The field is signed on some machines, and the numbers have 32 bits.
  return statfs(path, &status) == 0 ? (unsigned long)status.f_type & 0xFFFFFFFFul : 0;
}

int cfilesystem_is_remote(const char *path)
{
  (void)path;
  return 0;
}
#else
#include <sys/mount.h>
#include <sys/param.h>

unsigned long cfilesystem_type(const char *path)
{
  (void)path;
  return 0;
}

int cfilesystem_is_remote(const char *path)
{
  struct statfs status;
  return statfs(path, &status) == 0 && !(status.f_flags & MNT_LOCAL);
}
#endif
