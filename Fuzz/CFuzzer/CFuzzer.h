// The driver of libFuzzer, which has no header of its own (llvm.org/docs/LibFuzzer.html, "Using
// libFuzzer as a library").
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(
  int *count, char ***arguments, int (*run)(const uint8_t *bytes, size_t size));
