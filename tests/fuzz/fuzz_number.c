/* libFuzzer: any UTF-8 as a table cell. A number must be in range, and print to a cell that reads as the same value. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/base/utf8.h"
#include "../../core/bind/number.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(int truth)
{
    if (!truth)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_slice text = { (const char *)data, size };
    if (gj_utf8_check(text) != GJ_NOT_FOUND)
        return 0;
    gj_number n = gj_number_read(text);
    bool number = n.kind == GJ_CELL_INTEGER || n.kind == GJ_CELL_DECIMAL;
    need(number || n.kind == GJ_CELL_BLANK || n.kind == GJ_CELL_DASH || n.kind == GJ_CELL_TEXT);
    need(n.value >= -GJ_DECIMAL_MAX && n.value <= GJ_DECIMAL_MAX);
    need(number || (n.value == 0 && n.notes == 0 && n.unit.len == 0));
    need(n.kind != GJ_CELL_INTEGER || n.value % GJ_ONE == 0);
    need(!n.unit.len || (n.unit.data >= text.data && n.unit.data + n.unit.len <= text.data + text.len));
    if (number) {
        char printed[24];
        size_t length = gj_decimal_print(n.value, printed);
        gj_number again = gj_number_read((gj_slice){ printed, length });
        need(again.value == n.value && (again.notes & ~(unsigned)GJ_NOTE_SIGNED) == 0);
    }
    return 0;
}
