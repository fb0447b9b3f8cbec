#include "fingerprint.h"

#include <stdio.h>

#include "../base/utf8.h"

/* A cell's value as the same text for every way of writing it: 3, ３ and 三 are "3". */
static bool add_cell(gj_digest *d, gj_arena *arena, const gj_report *report, gj_cell_id id)
{
    gj_cell_at at = gj_cell_where(report, id);
    const gj_cell *cell = gj_cell_of(report, id);
    if (at.report != report)
        gj_digest_field(d, GJ_LIT("prior"));
    gj_digest_field(d, at.table->form->key);
    gj_digest_field(d, at.table->form->rows[at.row].key);
    gj_digest_field(d, at.table->form->columns[at.column].key);
    char digits[24];
    switch (cell->kind) {
    case GJ_CELL_INTEGER:
    case GJ_CELL_DECIMAL: {
        size_t length = gj_decimal_print(cell->value, digits);
        gj_digest_field(d, (gj_slice){ digits, length });
        return true;
    }
    case GJ_CELL_TEXT: {
        gj_slice folded = gj_utf8_fold(arena, cell->lexeme);
        gj_digest_field(d, folded);
        return folded.data != NULL;
    }
    case GJ_CELL_BLANK:
        gj_digest_field(d, GJ_LIT("blank"));
        return true;
    case GJ_CELL_DASH:
        gj_digest_field(d, GJ_LIT("dash"));
        return true;
    case GJ_CELL_MISSING:
    case GJ_CELL_UNREAD:
        break;
    }
    gj_digest_field(d, GJ_LIT("none"));
    return true;
}

gj_status gj_fingerprint(gj_arena *arena, const gj_report *report, const gj_identity *identity,
                         char out[GJ_DIGEST_HEX + 1], gj_error *err)
{
    gj_slice quote = gj_utf8_fold(arena, identity->quote);
    if (!quote.data)
        return gj_fail_nomem(err);
    gj_digest d;
    gj_digest_init(&d);
    gj_digest_field(&d, GJ_LIT("gouji/fingerprint@1"));
    gj_digest_field(&d, identity->rule);
    gj_digest_field(&d, identity->place);
    gj_digest_field(&d, quote);
    for (size_t i = 0; i < identity->cell_count; i++)
        if (!add_cell(&d, arena, report, identity->cells[i]))
            return gj_fail_nomem(err);
    gj_digest_hex(&d, out);
    return GJ_OK;
}

void gj_fingerprint_repeat(char fingerprint[GJ_DIGEST_HEX + 1], size_t nth)
{
    if (nth == 0)
        return;
    char number[24];
    int length = snprintf(number, sizeof number, "%zu", nth);
    gj_digest d;
    gj_digest_init(&d);
    gj_digest_field(&d, (gj_slice){ fingerprint, GJ_DIGEST_HEX });
    gj_digest_field(&d, (gj_slice){ number, length > 0 ? (size_t)length : 0 });
    gj_digest_hex(&d, fingerprint);
}
