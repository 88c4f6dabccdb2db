// The least a program can do to show Lectern's first screen: the lists, the first list's rows and
// the first paper's remark, read from a library with SQLite and drawn with ncurses. What it costs
// is the floor that bench.py measures Lectern against.
//
//   floor LIBRARY      j k G g move, q leaves
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDEBAR = 28, PAPER_PANE = 34, MOST_ROWS = 500, MOST_TEXT = 512 };

struct entry {
  char title[MOST_TEXT];
  char remark[4 * MOST_TEXT];
  int number, year;
  char state;
};

static struct entry entries[MOST_ROWS];
static int count, first, cursor;
static sqlite3 *library;

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v2(library, sql, -1, &statement, NULL) != SQLITE_OK) {
    endwin();
    fprintf(stderr, "floor: %s\n", sqlite3_errmsg(library));
    exit(1);
  }
  return statement;
}

static void copy(char *into, size_t size, const unsigned char *text) {
  snprintf(into, size, "%s", text ? (const char *)text : "");
}

static void read_entries(void) {
  sqlite3_stmt *rows = prepare(
      "SELECT entry.position, coalesce(paper.short_name, paper.title), paper.year,"
      "    coalesce(progress.status, 'unread'), entry.remark"
      "  FROM entry JOIN paper ON paper.id = entry.paper"
      "  LEFT JOIN progress ON progress.paper = paper.id"
      "  WHERE entry.list = (SELECT id FROM list ORDER BY position LIMIT 1)"
      "  ORDER BY entry.position LIMIT 500");
  while (count < MOST_ROWS && sqlite3_step(rows) == SQLITE_ROW) {
    struct entry *entry = &entries[count++];
    entry->number = sqlite3_column_int(rows, 0);
    copy(entry->title, sizeof entry->title, sqlite3_column_text(rows, 1));
    entry->year = sqlite3_column_int(rows, 2);
    entry->state = (char)sqlite3_column_text(rows, 3)[0];
    copy(entry->remark, sizeof entry->remark, sqlite3_column_text(rows, 4));
  }
  sqlite3_finalize(rows);
}

static void draw_lists(void) {
  sqlite3_stmt *lists = prepare(
      "SELECT title, entries, read FROM list JOIN list_tally ON list_tally.list = list.id"
      "  ORDER BY list.position");
  for (int row = 2; row + 2 < LINES && sqlite3_step(lists) == SQLITE_ROW; row += 2) {
    int total = sqlite3_column_int(lists, 1), done = sqlite3_column_int(lists, 2);
    mvaddnstr(row, 2, (const char *)sqlite3_column_text(lists, 0), SIDEBAR - 4);
    move(row + 1, 4);
    for (int cell = 0; cell < 15; cell++) addstr(total && cell * total < done * 15 ? "▰" : "▱");
    printw("%3d/%d", done, total);
  }
  sqlite3_finalize(lists);
}

static void draw_rows(int height) {
  int width = COLS - SIDEBAR - PAPER_PANE - 2, left = SIDEBAR + 1;
  for (int line = 0; line < height; line++) {
    move(2 + line, left);
    int index = first + line;
    if (index >= count) {
      hline(' ', width);
      continue;
    }
    struct entry *entry = &entries[index];
    attrset(index == cursor ? A_BOLD : A_NORMAL);
    printw("%s  %s%3d  ", index == cursor ? "▌" : " ", entry->state == 'r' ? "✓" : "○",
           entry->number);
    addnstr(entry->title, width - 18);
    int year = left + width - 6;
    if (getcurx(stdscr) < year) hline(' ', year - getcurx(stdscr));
    if (entry->year) mvprintw(2 + line, year, "%4d", entry->year);
  }
  attrset(A_NORMAL);
}

static void draw_paper(int height) {
  const char *text = cursor < count ? entries[cursor].remark : "";
  size_t length = strlen(text), width = PAPER_PANE - 3;
  for (int line = 0; line < height; line++) {
    size_t start = (size_t)line * width;
    move(2 + line, COLS - PAPER_PANE + 1);
    hline(' ', PAPER_PANE - 1);
    if (start < length) addnstr(text + start, (int)width);
  }
}

static void draw_frame(void) {
  mvprintw(0, 1, "Lectern");
  mvhline(1, 0, ACS_HLINE, COLS);
  mvvline(2, SIDEBAR, ACS_VLINE, LINES - 4);
  mvvline(2, COLS - PAPER_PANE - 1, ACS_VLINE, LINES - 4);
  mvhline(LINES - 2, 0, ACS_HLINE, COLS);
  mvaddstr(LINES - 1, 1, "r read  i reading  s skip  a queue  e note  o open  / search  ? help");
}

int main(int argc, char **argv) {
  setlocale(LC_ALL, "");
  if (argc != 2 || sqlite3_open_v2(argv[1], &library, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
    fputs("usage: floor LIBRARY\n", stderr);
    return 1;
  }
  set_escdelay(25);
  initscr();
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  read_entries();
  draw_frame();
  draw_lists();
  int height = LINES - 4;
  for (;;) {
    if (cursor < first) first = cursor;
    if (cursor >= first + height) first = cursor - height + 1;
    draw_rows(height);
    draw_paper(height);
    refresh();
    switch (getch()) {
      case 'j': cursor += cursor + 1 < count; break;
      case 'k': cursor -= cursor > 0; break;
      case 'G': cursor = count ? count - 1 : 0; break;
      case 'g': cursor = 0; break;
      case 'q':
        endwin();
        sqlite3_close(library);
        return 0;
    }
  }
}
