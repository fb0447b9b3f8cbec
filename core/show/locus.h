/** locus.h - a place in a file without lines, for people and for JSON. */
#ifndef GJ_SHOW_LOCUS_H
#define GJ_SHOW_LOCUS_H

#include "../base/source.h"
#include "json_writer.h"
#include "show.h"

/** "第 12 段", "第 3 张表第 5 行第 2 列", "脚注 2", "文本框第 1 段"; "paragraph 12" … Nothing for a file with lines. */
void gj_locus_words(gj_buffer *out, gj_lang lang, const gj_locus *at);
/** The same in a few columns, for the edge of a frame: "段12", "表3行5". */
void gj_locus_short(gj_buffer *out, gj_lang lang, const gj_locus *at);
/** The member "at": its numbers and its words, or a web page's element. Nothing for another file with lines. */
void gj_json_locus(gj_json *w, gj_lang lang, const gj_locus *at);

#endif
