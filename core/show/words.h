/** words.h - the fixed words that outputs for people share, in both languages.
 *
 * Words of a regulation are never here: they come with the ruleset. Severity is always said by a word, so colour may be left out.
 */
#ifndef GJ_SHOW_WORDS_H
#define GJ_SHOW_WORDS_H

#include "show.h"

/** One of two literals; a macro, so that the compiler still checks both as formats. */
#define GJ_PICK(lang, zh, en) ((lang) == GJ_EN ? (en) : (zh))

/** 错误 警告 提示 */
const char *gj_word_severity(gj_severity severity, gj_lang lang);
/** What a finding is headed with: its severity, or 需人工核实 for one that a person must decide. */
const char *gj_word_finding(const gj_finding *finding, gj_lang lang);
/** 通过 未通过 需人工核实 不适用 未执行 出错 */
const char *gj_word_outcome(gj_outcome outcome, gj_lang lang);
/** 通过 未通过 需人工核实 无法读取 未检查 */
const char *gj_word_verdict(gj_verdict verdict, gj_lang lang);
/** What a profile leaves out or adds; NULL for the usual one. */
const char *gj_word_profile(gj_profile profile, gj_lang lang);
/** Said of a finding whose ground is not national; NULL for national ones. */
const char *gj_word_ground(gj_ground ground, gj_lang lang);
/** The reason of an outcome that is a word and not a rule id ("budget", "prior"); NULL where it is none we know. */
const char *gj_word_because(gj_slice because, gj_lang lang);
/** Level and kind of an issuer ("county" → 县级, "department" → 政府部门) and how it is known ("inferred"); the word itself where it is unknown. */
gj_slice gj_word_issuer(gj_slice word, gj_lang lang);

#endif
