#ifndef CFILESYSTEM_H
#define CFILESYSTEM_H

// What the C library knows of file systems and Swift's module of it leaves out.

/// The magic number of the file system that a path lies on (statfs(2)); 0 when it cannot be told or
/// the system has no such numbers.
unsigned long cfilesystem_type(const char *path);

/// 1 when the path is known to lie on a file system of another machine, else 0.
int cfilesystem_is_remote(const char *path);

#endif
