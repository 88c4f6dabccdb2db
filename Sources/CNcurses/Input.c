#include "Internal.h"
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

// Never closed: a thread may wake at any time, and its byte must not reach another file that was
// given the same number.
static int wake_pipe[2] = {-1, -1};

static bool is_gone = false;  // the terminal was hung up

bool lc_input_prepare(void) {
  is_gone = false;
  if (wake_pipe[0] >= 0) return true;
  if (pipe(wake_pipe) != 0) return false;
  for (int end = 0; end < 2; end++) {
    fcntl(wake_pipe[end], F_SETFL, O_NONBLOCK);
    fcntl(wake_pipe[end], F_SETFD, FD_CLOEXEC);
  }
  return true;
}

int lc_wake_pipe_end(void) { return wake_pipe[1]; }

void lc_wake(void) {
  const char reason = 'w';
  ssize_t ignored = write(wake_pipe[1], &reason, 1);
  (void)ignored;
}

int lc_wait(int milliseconds) {
  if (is_gone) return LC_TERMINATED;
  struct pollfd descriptors[2] = {{lc_input, POLLIN, 0}, {wake_pipe[0], POLLIN, 0}};
  poll(descriptors, 2, milliseconds);
  int result = 0;
  char reasons[64];
  ssize_t count;
  while ((count = read(wake_pipe[0], reasons, sizeof reasons)) > 0)
    for (ssize_t i = 0; i < count; i++)
      if (reasons[i] == 'w') result |= LC_WOKEN;
  if (descriptors[0].revents & POLLIN) result |= LC_INPUT;
  else if (descriptors[0].revents & (POLLHUP | POLLERR | POLLNVAL)) is_gone = true;
  if (is_gone) result |= LC_TERMINATED;
  return result | lc_signals_take();
}

bool lc_has_input(void) {
  struct pollfd descriptor = {lc_input, POLLIN, 0};
  return poll(&descriptor, 1, 0) == 1 && descriptor.revents & POLLIN;
}

size_t lc_read(uint8_t *bytes, size_t capacity) {
  if (!lc_has_input()) return 0;
  ssize_t count = read(lc_input, bytes, capacity);
  if (count > 0) return (size_t)count;
  if (count == 0 || (errno != EINTR && errno != EAGAIN)) is_gone = true;
  return 0;
}
