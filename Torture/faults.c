// Makes one call of the operating system fail in a program that it is preloaded into, and moves the
// program's clock.
//
//   FAULT_FOLDER  only calls on files below this folder count
//   FAULT_CALL    write, sync, name (rename, link) or open (to write)
//   FAULT_NUMBER  which of these calls fails, counted from 1; it and, with FAULT_STAYS, all after it
//   FAULT_ERROR   the number that errno gets
//   FAULT_SIGNAL  the signal that ends the program in place of an error
//   FAULT_MARK    this file is made when the call is reached
//   FAULT_CLOCK   seconds that are added to the wall clock
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) \
  static __typeof__(name) *real; \
  if (!real) real = (__typeof__(name) *)dlsym(RTLD_NEXT, #name)

// One byte for each descriptor that lies below the folder.
static char is_watched[4096];
static int count;

static int is_below(const char *path)
{
  const char *folder = getenv("FAULT_FOLDER");
  if (!folder || !path) return 0;
  char full[8192];
  if (path[0] != '/') {
    char here[4096];
    if (!getcwd(here, sizeof here)) return 0;
    snprintf(full, sizeof full, "%s/%s", here, path);
    path = full;
  }
  return strncmp(path, folder, strlen(folder)) == 0;
}

static int is_open_below(int descriptor)
{
  return descriptor >= 0 && descriptor < (int)sizeof is_watched && is_watched[descriptor];
}

// 1 when this call is to fail; errno is set then.
static int fails(const char *call)
{
  const char *wanted = getenv("FAULT_CALL"), *number = getenv("FAULT_NUMBER");
  if (!wanted || !number || strcmp(wanted, call) != 0) return 0;
  int reached = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
  if (reached < atoi(number) || (reached > atoi(number) && !getenv("FAULT_STAYS"))) return 0;
  const char *mark = getenv("FAULT_MARK");
  if (mark) {
    int (*make)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    int descriptor = make(mark, O_WRONLY | O_CREAT, 0600);
    if (descriptor >= 0) close(descriptor);
  }
  const char *signal = getenv("FAULT_SIGNAL");
  if (signal) raise(atoi(signal));
  const char *error = getenv("FAULT_ERROR");
  errno = error ? atoi(error) : EIO;
  return 1;
}

static int opened(int descriptor, int is_ours)
{
  if (descriptor >= 0 && descriptor < (int)sizeof is_watched) is_watched[descriptor] = is_ours;
  return descriptor;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) \
  { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
      va_list arguments; \
      va_start(arguments, flags); \
      mode = va_arg(arguments, mode_t); \
      va_end(arguments); \
    } \
    int is_ours = is_below(path); \
    if (is_ours && flags & (O_WRONLY | O_RDWR) && fails("open")) return -1; \
    return opened(real(path, flags, mode), is_ours); \
  }
OPEN(open)
OPEN(open64)

#define MAKE(name) \
  int name(char *pattern) \
  { \
    REAL(name); \
    int is_ours = is_below(pattern); \
    if (is_ours && fails("open")) return -1; \
    return opened(real(pattern), is_ours); \
  }
MAKE(mkstemp)
MAKE(mkstemp64)

ssize_t write(int descriptor, const void *bytes, size_t size)
{
  REAL(write);
  return is_open_below(descriptor) && fails("write") ? -1 : real(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
  REAL(pwrite);
  return is_open_below(descriptor) && fails("write") ? -1 : real(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
  REAL(pwrite64);
  return is_open_below(descriptor) && fails("write") ? -1 : real(descriptor, bytes, size, offset);
}

int ftruncate(int descriptor, off_t size)
{
  REAL(ftruncate);
  return is_open_below(descriptor) && fails("write") ? -1 : real(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size)
{
  REAL(ftruncate64);
  return is_open_below(descriptor) && fails("write") ? -1 : real(descriptor, size);
}

int fsync(int descriptor)
{
  REAL(fsync);
  return is_open_below(descriptor) && fails("sync") ? -1 : real(descriptor);
}

int fdatasync(int descriptor)
{
  REAL(fdatasync);
  return is_open_below(descriptor) && fails("sync") ? -1 : real(descriptor);
}

int rename(const char *from, const char *to)
{
  REAL(rename);
  return is_below(to) && fails("name") ? -1 : real(from, to);
}

int link(const char *from, const char *to)
{
  REAL(link);
  return is_below(to) && fails("name") ? -1 : real(from, to);
}

int clock_gettime(clockid_t clock, struct timespec *moment)
{
  REAL(clock_gettime);
  int code = real(clock, moment);
  const char *offset = getenv("FAULT_CLOCK");
  if (code == 0 && clock == CLOCK_REALTIME && offset) moment->tv_sec += atol(offset);
  return code;
}
