/** banned.h - functions that may not be used, included before every file by the Makefile.
 *
 * They write without a bound, keep hidden state, depend on the locale, or end the process. Using one fails the build.
 * The system headers are included first, so that only our own uses are caught.
 */
#ifndef GJ_BASE_BANNED_H
#define GJ_BASE_BANNED_H

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#undef strcpy
#undef strcat
#undef strncpy
#undef strncat
#undef strtok
#undef alloca
#pragma GCC poison strcpy strcat strncpy strncat strtok sprintf vsprintf gets atoi atol atof alloca
#pragma GCC poison asctime ctime localtime gmtime setlocale tmpnam mktemp

#endif
