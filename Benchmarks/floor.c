// The least a program can do to show Lectern's screen: the lists, the rows of one list and the text of
// one paper, read from a library with SQLite and drawn with ncurses. What it costs is the floor that
// bench.py measures Lectern against.
//
//   floor LIBRARY [LIST]      j k G g and the page keys move, r marks, / searches, q leaves
#define _XOPEN_SOURCE_EXTENDED 1
#include <locale.h>
#include <ncurses.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SIDEBAR = 28, PAPER_PANE = 34, MOST_ROWS = 200, MOST_TEXT = 512, MOST_WORDS = 64 };

struct entry {
  char title[MOST_TEXT];
  char text[4 * MOST_TEXT];
  sqlite3_int64 paper;
  int number, year;
  char state;
};

// What is on the screen: the rows of a list from `first` on, or what a search found.
static struct entry rows[MOST_ROWS];
static int count, total, first, cursor, height;
static sqlite3_int64 list;
static char words[MOST_WORDS];
static int typed = -1;
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

static void read_rows(sqlite3_stmt *statement) {
  count = 0;
  while (count < height && count < MOST_ROWS && sqlite3_step(statement) == SQLITE_ROW) {
    struct entry *entry = &rows[count++];
    entry->number = sqlite3_column_int(statement, 0);
    copy(entry->title, sizeof entry->title, sqlite3_column_text(statement, 1));
    entry->year = sqlite3_column_int(statement, 2);
    entry->state = (char)sqlite3_column_text(statement, 3)[0];
    copy(entry->text, sizeof entry->text, sqlite3_column_text(statement, 4));
    entry->paper = sqlite3_column_int64(statement, 5);
  }
  sqlite3_reset(statement);
}

#define COLUMNS                                                                                   \
  " coalesce(paper.short_name, paper.title), paper.year, coalesce(progress.status, 'unread'),"    \
  " substr(coalesce(nullif(entry.remark, ''), paper.abstract), 1, 2000), paper.id"

static void read_page(void) {
  static sqlite3_stmt *page;
  if (!page)
    page = prepare(
        "SELECT entry.position," COLUMNS " FROM entry JOIN paper ON paper.id = entry.paper"
        "  LEFT JOIN progress ON progress.paper = paper.id"
        "  WHERE entry.list = ? AND entry.position > ? ORDER BY entry.position LIMIT ?");
  sqlite3_bind_int64(page, 1, list);
  sqlite3_bind_int(page, 2, first);
  sqlite3_bind_int(page, 3, height);
  read_rows(page);
}

static void search(void) {
  static sqlite3_stmt *found;
  if (!found)
    found = prepare(
        "SELECT 0," COLUMNS " FROM"
        "  (SELECT rowid FROM paper_name WHERE paper_name MATCH ? ORDER BY rowid DESC LIMIT ?)"
        "  AS match JOIN paper ON paper.id = match.rowid"
        "  LEFT JOIN entry ON entry.list = 0 LEFT JOIN progress ON progress.paper = paper.id");
  char pattern[MOST_WORDS + 8];
  snprintf(pattern, sizeof pattern, "\"%s\" *", words);
  sqlite3_bind_text(found, 1, pattern, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int(found, 2, height);
  read_rows(found);
}

// One row in one transaction that is on the disk when it ends.
static void mark(void) {
  static sqlite3_stmt *write;
  if (!write) {
    sqlite3_exec(library, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", 0, 0, 0);
    write = prepare(
        "INSERT INTO progress(paper, status, pass, rating, changed) VALUES (?, 'read', 0, NULL, 'now')"
        "  ON CONFLICT DO UPDATE SET status = iif(status = 'read', 'skipped', 'read')");
  }
  if (cursor - first >= count) return;
  sqlite3_bind_int64(write, 1, rows[cursor - first].paper);
  sqlite3_step(write);
  sqlite3_reset(write);
  read_page();
}

static void find_list(const char *slug) {
  sqlite3_stmt *chosen = prepare(
      "SELECT list.id, entries FROM list JOIN list_tally ON list_tally.list = list.id"
      "  WHERE slug = ifnull(?1, slug) ORDER BY position LIMIT 1");
  sqlite3_bind_text(chosen, 1, slug, -1, SQLITE_STATIC);
  if (sqlite3_step(chosen) == SQLITE_ROW) {
    list = sqlite3_column_int64(chosen, 0);
    total = sqlite3_column_int(chosen, 1);
  }
  sqlite3_finalize(chosen);
}

static void draw_lists(void) {
  sqlite3_stmt *lists = prepare(
      "SELECT title, entries, read FROM list JOIN list_tally ON list_tally.list = list.id"
      "  ORDER BY list.position");
  for (int row = 2; row + 2 < LINES && sqlite3_step(lists) == SQLITE_ROW; row += 2) {
    int all = sqlite3_column_int(lists, 1), done = sqlite3_column_int(lists, 2);
    mvaddnstr(row, 2, (const char *)sqlite3_column_text(lists, 0), SIDEBAR - 4);
    move(row + 1, 4);
    for (int cell = 0; cell < 15; cell++) addstr(all && cell * all < done * 15 ? "▰" : "▱");
    printw("%3d/%d", done, all);
  }
  sqlite3_finalize(lists);
}

static void draw_rows(void) {
  int width = COLS - SIDEBAR - PAPER_PANE - 2, left = SIDEBAR + 1;
  for (int line = 0; line < height; line++) {
    move(2 + line, left);
    if (line >= count) {
      hline(' ', width);
      continue;
    }
    struct entry *entry = &rows[line];
    int is_current = first + line == cursor;
    attrset(is_current ? A_BOLD : A_NORMAL);
    printw("%s  %s%3d  ", is_current ? "▌" : " ", entry->state == 'r' ? "✓" : "○", entry->number);
    addnstr(entry->title, width - 18);
    int year = left + width - 6;
    if (getcurx(stdscr) < year) hline(' ', year - getcurx(stdscr));
    if (entry->year) mvprintw(2 + line, year, "%4d", entry->year);
  }
  attrset(A_NORMAL);
}

static void draw_paper(void) {
  const char *text = cursor - first < count ? rows[cursor - first].text : "";
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
}

static void draw_footer(void) {
  move(LINES - 1, 0);
  clrtoeol();
  if (typed >= 0) mvprintw(LINES - 1, 1, "Search: %s", words);
  else mvaddstr(LINES - 1, 1, "r read  i reading  s skip  a queue  e note  o open  / search  ? help");
}

static void type(int key) {
  if (key == 27) {
    typed = -1;
    read_page();
  } else if (key >= ' ' && key < 127 && typed + 1 < MOST_WORDS) {
    words[typed++] = (char)key;
    words[typed] = '\0';
    first = cursor = 0;
    search();
  }
}

static int press(int key) {
  if (typed >= 0) {
    type(key);
    return 1;
  }
  switch (key) {
    case 'j': cursor += cursor + 1 < total; break;
    case 'k': cursor -= cursor > 0; break;
    case 'G': case KEY_END: cursor = total ? total - 1 : 0; break;
    case 'g': case KEY_HOME: cursor = 0; break;
    case KEY_NPAGE: cursor = cursor + height - 1 < total ? cursor + height - 1 : total - 1; break;
    case KEY_PPAGE: cursor = cursor > height - 1 ? cursor - height + 1 : 0; break;
    case 'r': mark(); break;
    case '/': typed = 0; words[0] = '\0'; break;
    case 'q': return 0;
  }
  return 1;
}

int main(int argc, char **argv) {
  setlocale(LC_ALL, "");
  if (argc < 2 || sqlite3_open_v2(argv[1], &library, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
    fputs("usage: floor LIBRARY [LIST]\n", stderr);
    return 1;
  }
  set_escdelay(25);
  initscr();
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  height = LINES - 4;
  find_list(argc > 2 ? argv[2] : NULL);
  read_page();
  draw_frame();
  draw_lists();
  for (;;) {
    int before = first;
    if (cursor < first) first = cursor;
    if (cursor >= first + height) first = cursor - height + 1;
    if (first != before) read_page();
    draw_rows();
    draw_paper();
    draw_footer();
    refresh();
    nodelay(stdscr, FALSE);
    int key = getch();
    // All that waits is handled before the next frame.
    nodelay(stdscr, TRUE);
    for (; key != ERR; key = getch()) {
      if (press(key)) continue;
      endwin();
      sqlite3_close(library);
      return 0;
    }
  }
}
