/** system.h - why the system said no, in plain words.
 *
 * strerror has English only, for gouji sets no locale; the usual reasons of files, disks and processes have Chinese words here.
 */
#ifndef GJ_BASE_SYSTEM_H
#define GJ_BASE_SYSTEM_H

#include "status.h"

/** Words for a value of errno: Chinese, strerror's where there are none. Never NULL. */
const char *gj_system_reason_zh(int reason);

/** Fill `err` (may be NULL) with GJ_IO and return it: "写不了 PATH：磁盘满了" of zh "写不了 ", en "cannot write " and a subject, which may be empty.
 *  `reason` is a value of errno, kept by the caller when it does something else before. */
gj_status gj_fail_system(gj_error *err, const char *zh, const char *en, const char *subject, int reason);

#ifdef __clang_analyzer__ /* as in status.h */
#define gj_fail_system(err, ...) ((void)(gj_fail_system)(err, __VA_ARGS__), GJ_IO)
#endif

#endif
