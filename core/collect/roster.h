/** roster.h - the list of units that must report, as an office keeps it: a CSV with a line a unit.
 *
 * The first line names the columns, in Chinese or English, in any order; others are passed over:
 *
 *     单位名称 name      needed; as the unit writes itself
 *     别名 aliases       other names of it, parted by ； ; or 、
 *     级别 level         state province city county township subdistrict zone, or 国家级 省级 市级 县级 乡镇 街道 开发区
 *     类型 kind          government department other, or 政府 部门 其他
 *     截止日期 deadline  2025-01-20, 2025/1/20, 2025年1月20日: until when it must have published, where a notice says so
 *     上级 parent        the unit it belongs to, for people
 *     在汇总中 in_aggregate  whether its figures are in the total: 是 否 yes no 1 0; empty: yes
 *
 * A roster that could be understood in two ways is refused, with line and reason: a unit twice, a word that is none of these.
 */
#ifndef GJ_COLLECT_ROSTER_H
#define GJ_COLLECT_ROSTER_H

#include "csv.h"

typedef struct gj_roster_entry {
    gj_slice name, normal; /* normal: gj_utf8_fold */
    gj_slice *aliases;     /* normal forms */
    size_t alias_count;
    gj_slice level, kind; /* the English words; empty: not said */
    char deadline[11];    /* empty: not said */
    gj_slice parent;
    bool in_aggregate;
    size_t line;
} gj_roster_entry;

typedef struct gj_roster {
    gj_roster_entry *entries; /* in the order of the file */
    size_t count;
} gj_roster;

GJ_MUST_USE gj_status gj_roster_read(gj_arena *arena, gj_slice bytes, gj_roster *out, gj_error *err);

#endif
