/** measure.h - the measure words that follow a number in running text. */
#ifndef GJ_BIND_MEASURE_H
#define GJ_BIND_MEASURE_H

#include "../base/slice.h"

typedef enum gj_measure_kind {
    GJ_MEASURE_NONE,
    GJ_MEASURE_COUNT, /* 件 条 次 万元 %: counts something */
    GJ_MEASURE_TIME,  /* 天 小时 个工作日 */
    GJ_MEASURE_PLACE  /* 号 楼 层: names one of many */
} gj_measure_kind;

/** The measure word at byte `at`, longest first, and its bytes in *length. 部 of 部门, 起 of 起诉 and the like are none. */
gj_measure_kind gj_measure_at(gj_slice text, size_t at, size_t *length);
/** True for measure words of time (天, 小时 …) and for % and its kin: they count no things. */
bool gj_measure_is_time(gj_slice unit);
bool gj_measure_is_rate(gj_slice unit);

#endif
