#include "Internal.h"
#include "CNcurses.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// The run that is being put together. It never holds more cells than a row has columns.
static cchar_t *run = NULL;
static int run_capacity = 0;
static int run_length = 0;
static int run_row = 0;
static int run_column = 0;
static bool run_is_delicate = false;

bool lc_init_pair(int pair, int foreground, int background) {
  return pair < COLOR_PAIRS && init_extended_pair(pair, foreground, background) != ERR;
}

void lc_clear(void) {
  erase();
  clearok(stdscr, TRUE);
}

static attr_t curses_attributes(unsigned attributes) {
  attr_t result = WA_NORMAL;
  if (attributes & LC_BOLD) result |= WA_BOLD;
  if (attributes & LC_REVERSE) result |= WA_REVERSE;
  if (attributes & LC_UNDERLINE) result |= WA_UNDERLINE;
  if (attributes & LC_ITALIC) result |= WA_ITALIC;
  if (attributes & LC_DIM) result |= WA_DIM;
  return result;
}

void lc_run_begin(int row, int column) {
  run_row = row;
  run_column = column;
  run_length = 0;
  run_is_delicate = false;
  int columns = getmaxx(stdscr);
  if (run_capacity < columns) {
    cchar_t *larger = realloc(run, (size_t)columns * sizeof *run);
    if (larger == NULL) return;
    run = larger;
    run_capacity = columns;
  }
}

static void add(const wchar_t *text, attr_t attributes, int pair) {
  if (run_length >= run_capacity) return;
  // The short pair is ignored when the last argument points at an int.
  if (setcchar(&run[run_length], text, attributes, 0, &pair) != ERR) run_length++;
}

void lc_run_add_narrow(const uint32_t *scalars, int count, unsigned attributes, int pair) {
  attr_t curses = curses_attributes(attributes);
  // What all the cells have in common is set once.
  cchar_t cell;
  if (setcchar(&cell, L" ", curses, 0, &pair) == ERR) return;
  for (int i = 0; i < count; i++) {
    if (scalars[i] < 0x7F || wcwidth((wchar_t)scalars[i]) == 1) {
      if (run_length >= run_capacity) return;
      cell.chars[0] = (wchar_t)scalars[i];
      run[run_length++] = cell;
    } else {
      lc_run_add(&scalars[i], 1, 1, attributes, pair);
    }
  }
}

// One spacing character and the marks on it, as many as a cell of ncurses holds.
static int take(const uint32_t *scalars, int count, wchar_t *text) {
  int taken = 0;
  text[taken++] = (wchar_t)scalars[0];
  int used = 1;
  while (used < count && wcwidth((wchar_t)scalars[used]) == 0) {
    if (taken < CCHARW_MAX) text[taken++] = (wchar_t)scalars[used];
    used++;
  }
  text[taken] = L'\0';
  return used;
}

void lc_run_add(
    const uint32_t *scalars, int count, int width, unsigned attributes, int pair) {
  attr_t curses = curses_attributes(attributes);
  wchar_t text[CCHARW_MAX + 1];
  if (count == 1 && scalars[0] < 0x7F) {
    text[0] = (wchar_t)scalars[0];
    text[1] = L'\0';
    add(text, curses, pair);
    return;
  }
  // ncurses advances by libc's idea of each character. Where those add up to the width, as in a flag
  // of two letters, each gets its own cell; where they do not, as in a family of emoji or in a
  // character newer than libc, only the first is drawn, and blanks keep the columns.
  int sum = 0;
  for (int i = 0; i < count; i++) {
    int own = wcwidth((wchar_t)scalars[i]);
    if (own < 0) sum = -count * 2;
    sum += own;
  }
  int filled = 0;
  if (sum == width) {
    for (int i = 0; i < count;) {
      i += take(scalars + i, count - i, text);
      add(text, curses, pair);
      if (i < count) run_is_delicate = true;
    }
    filled = width;
  } else {
    int own = wcwidth((wchar_t)scalars[0]);
    if (own > 0 && own <= width) {
      text[0] = (wchar_t)scalars[0];
      text[1] = L'\0';
      filled = own;
    } else {
      wcscpy(text, L"\uFFFD");
      filled = 1;
    }
    add(text, curses, pair);
  }
  for (; filled < width; filled++) add(L" ", curses, pair);
}

void lc_run_end(void) {
  if (run_length > 0) mvadd_wchnstr(run_row, run_column, run, run_length);
  // A cluster in several cells is one to the terminal: half of it must not be sent alone.
  if (run_is_delicate) wredrawln(stdscr, run_row, 1);
}

void lc_frame(int cursor_row, int cursor_column, bool cursor_visible) {
  curs_set(cursor_visible ? 1 : 0);
  move(cursor_row, cursor_column);
  wnoutrefresh(stdscr);
  doupdate();
}
