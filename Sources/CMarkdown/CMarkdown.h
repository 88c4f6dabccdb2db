// The Markdown parser MD4C.
#include <md4c.h>
