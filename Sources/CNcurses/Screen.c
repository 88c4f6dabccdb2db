#include "Internal.h"
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

int lc_input = STDIN_FILENO;
int lc_output = STDOUT_FILENO;
int lc_saved_error = -1;
struct termios lc_shell_modes;
volatile sig_atomic_t lc_is_taken = 0;

static SCREEN *screen = NULL;
static FILE *input_file = NULL;
static int log_descriptor = -1;
static bool is_utf8 = false;
static bool takes_sequences = false;

void lc_write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno != EINTR) return;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

void lc_send(const char *bytes, size_t count) { lc_write_all(lc_output, bytes, count); }

// Only the classification of characters is taken from the environment: numbers stay as C has them.
// A plain C locale usually means that nobody set one, so UTF-8 is tried; any other is respected.
static void choose_locale(void) {
  setlocale(LC_CTYPE, "");
  const char *codeset = nl_langinfo(CODESET);
  if (strcmp(codeset, "ANSI_X3.4-1968") == 0 || strcmp(codeset, "US-ASCII") == 0)
    setlocale(LC_CTYPE, "C.UTF-8");
  is_utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool lc_is_utf8(void) { return is_utf8; }

static bool open_input(void) {
  if (isatty(STDIN_FILENO)) {
    lc_input = STDIN_FILENO;
    input_file = stdin;
    return true;
  }
  lc_input = open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (lc_input < 0) return false;
  input_file = fdopen(lc_input, "r");
  return input_file != NULL;
}

static void close_input(void) {
  if (input_file != NULL && input_file != stdin) fclose(input_file);
  input_file = NULL;
}

static void redirect_error(void) {
  if (log_descriptor < 0 || lc_saved_error >= 0) return;
  int saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (saved < 0) return;
  dup2(log_descriptor, STDERR_FILENO);
  lc_saved_error = saved;
}

static void restore_error(void) {
  if (lc_saved_error < 0) return;
  dup2(lc_saved_error, STDERR_FILENO);
  close(lc_saved_error);
  lc_saved_error = -1;
}

bool lc_takes_sequences(void) { return takes_sequences; }

// The name of the description of this terminal with colours by their parts (terminfo, "direct"), as
// ncurses has it for several: xterm-256color and xterm-direct, xterm-kitty and kitty-direct.
static bool direct_name(char *name, size_t capacity) {
  const char *term = getenv("TERM");
  if (term == NULL) return false;
  const char *prefix = "xterm-";
  if (strcmp(term, "xterm-kitty") == 0 || strcmp(term, "xterm-ghostty") == 0)
    term += strlen(prefix);
  const char *suffix = strstr(term, "-256color");
  int length = suffix != NULL ? (int)(suffix - term) : (int)strlen(term);
  int needed = snprintf(name, capacity, "%.*s-direct", length, term);
  return needed > 0 && (size_t)needed < capacity;
}

static SCREEN *open_screen(bool wants_direct_color) {
  char name[64];
  if (wants_direct_color && direct_name(name, sizeof name)) {
    SCREEN *direct = newterm(name, stdout, input_file);
    if (direct != NULL) return direct;
  }
  return newterm(NULL, stdout, input_file);
}

lc_start_result lc_start(const char *log_path, bool wants_direct_color) {
  if (screen != NULL) return LC_NOT_A_TERMINAL;
  if (!isatty(STDOUT_FILENO) || !lc_input_prepare() || !open_input()) return LC_NOT_A_TERMINAL;
  if (tcgetattr(lc_input, &lc_shell_modes) != 0) {
    close_input();
    return LC_NOT_A_TERMINAL;
  }
  choose_locale();
  // Before newterm, which installs its own handlers where it finds none: they would exit(1).
  lc_signals_install(log_path);
  screen = open_screen(wants_direct_color);
  if (screen == NULL) {
    lc_signals_remove();
    close_input();
    return LC_UNKNOWN_TERMINAL;
  }
  char cursor_address[] = "cup";  // tigetstr takes its argument without const
  const char *address = tigetstr(cursor_address);
  if (address == NULL || address == (const char *)-1) {
    delscreen(screen);
    screen = NULL;
    // newterm has set modes of its own by now.
    tcsetattr(lc_input, TCSADRAIN, &lc_shell_modes);
    lc_signals_remove();
    close_input();
    return LC_DUMB_TERMINAL;
  }
  // Until a screen has been left once, ncurses 6.4 flushes its buffer at every move of the cursor;
  // afterwards a frame is one write. Nothing is on the screen yet, so nothing flickers.
  endwin();
  static bool is_registered = false;
  if (!is_registered) is_registered = atexit(lc_stop) == 0;
  if (log_path != NULL)
    log_descriptor = open(log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  redirect_error();
  raw();
  noecho();
  nonl();
  curs_set(0);
  typeahead(-1);  // input is read around ncurses, so it must not put off frames for it
  if (tigetnum("colors") >= 8) {
    start_color();
    use_default_colors();
  }
  takes_sequences = strncmp(address, "\033[", 2) == 0;
  lc_is_taken = 1;
  return LC_STARTED;
}

void lc_release(void) {
  if (!lc_is_taken) return;
  lc_is_taken = 0;
  lc_modes_leave();
  endwin();
  restore_error();
  lc_signals_yield(true);
}

void lc_resume(void) {
  if (screen == NULL) return;
  lc_signals_yield(false);
  redirect_error();
  reset_prog_mode();
  lc_modes_enter();
  lc_is_taken = 1;
  lc_clear();
}

void lc_suspend(void) {
  lc_release();
  kill(0, SIGTSTP);
  lc_resume();
}

void lc_stop(void) {
  if (screen == NULL) return;
  lc_release();
  delscreen(screen);
  screen = NULL;
  lc_signals_remove();
  close_input();
  if (log_descriptor >= 0) close(log_descriptor);
  log_descriptor = -1;
}

bool lc_has_italics(void) { return screen != NULL && (term_attrs() & WA_ITALIC) != 0; }

int lc_colors(void) { return screen != NULL && has_colors() ? COLORS : 0; }

void lc_size(int *rows, int *columns) {
  struct winsize window;
  if (ioctl(lc_output, TIOCGWINSZ, &window) == 0 && window.ws_row > 0 && window.ws_col > 0 &&
      is_term_resized(window.ws_row, window.ws_col))
    resize_term(window.ws_row, window.ws_col);
  *rows = getmaxy(stdscr);
  *columns = getmaxx(stdscr);
}
