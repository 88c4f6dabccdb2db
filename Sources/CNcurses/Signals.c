#include "Internal.h"
#include "CNcurses.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t was_terminated = 0;
static volatile sig_atomic_t was_interrupted = 0;
static volatile sig_atomic_t was_continued = 0;
static volatile sig_atomic_t was_asked_to_stop = 0;

static const int noted[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGTSTP};
static const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGQUIT};
enum { NOTED = sizeof noted / sizeof *noted, FATAL = sizeof fatal / sizeof *fatal };
static struct sigaction before_noted[NOTED];
static struct sigaction before_fatal[FATAL];

static char last_words[1200];
static size_t last_words_length = 0;

// A byte in the wake pipe ends the wait of the one thread that looks at the flags, whichever thread
// the kernel gave the signal to.
static void note(int signal_number) {
  int saved_errno = errno;
  switch (signal_number) {
    case SIGTERM: case SIGHUP: was_terminated = 1; break;
    case SIGINT: was_interrupted = 1; break;
    case SIGCONT: was_continued = 1; break;
    case SIGTSTP: was_asked_to_stop = 1; break;
    default: break;
  }
  const char reason = 's';
  ssize_t ignored = write(lc_wake_pipe_end(), &reason, 1);
  (void)ignored;
  errno = saved_errno;
}

int lc_signals_take(void) {
  int result = 0;
  if (was_terminated || was_interrupted) result |= LC_TERMINATED;
  if (was_continued) result |= LC_CONTINUED;
  if (was_asked_to_stop) result |= LC_STOP_ASKED;
  was_terminated = was_interrupted = was_continued = was_asked_to_stop = 0;
  return result;
}

// endwin is not async-signal-safe; write, tcsetattr, sigaction and raise are (POSIX.1-2017, 2.4.3).
static void restore_and_die(int signal_number) {
  if (lc_is_taken) {
    lc_is_taken = 0;
    lc_modes_crash();
    static const char leave[] = "\033[0m\033[?25h\033[?1049l\r";
    lc_write_all(lc_output, leave, sizeof leave - 1);
    tcsetattr(lc_input, TCSANOW, &lc_shell_modes);
    if (lc_saved_error >= 0) lc_write_all(lc_saved_error, last_words, last_words_length);
  }
  raise(signal_number);  // SA_RESETHAND has put the default action back
}

static void install(const int *signals, int count, struct sigaction *before, void (*handler)(int),
                    int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) sigaction(signals[i], &action, &before[i]);
}

void lc_signals_install(const char *log_path) {
  was_terminated = was_interrupted = was_continued = was_asked_to_stop = 0;
  last_words_length = 0;
  if (log_path != NULL) {
    int length = snprintf(last_words, sizeof last_words,
                          "The program ended on a fault of its own. What it said is at the end of %s\n",
                          log_path);
    if (length > 0 && (size_t)length < sizeof last_words) last_words_length = (size_t)length;
  }
  static char stack_memory[64 * 1024];
  stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory};
  sigaltstack(&stack, NULL);
  install(noted, NOTED, before_noted, note, SA_RESTART);
  install(fatal, FATAL, before_fatal, restore_and_die, SA_RESETHAND | SA_ONSTACK | SA_NODEFER);
}

void lc_signals_remove(void) {
  for (int i = 0; i < NOTED; i++) sigaction(noted[i], &before_noted[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], NULL);
}

void lc_signals_yield(bool yielded) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = yielded ? SIG_DFL : note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGTSTP, &action, NULL);
  // What the other program's keyboard caused, ^C above all, was meant for it.
  if (!yielded) was_interrupted = was_continued = was_asked_to_stop = 0;
}
