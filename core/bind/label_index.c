#include "labels.h"

typedef struct entry_pairs {
    uint64_t *items;
    size_t count;
} entry_pairs;

/* Open hashing: `slots` holds the first entry of each key; the other entries of the key follow by `next`. */
struct gj_label_index {
    gj_label_entry **slots;
    size_t mask;
    gj_label_entry *entries; /* in the form's order, for the search of near ones */
    entry_pairs *pairs;      /* of every entry */
    size_t count;
};

static gj_label_entry **slot_of(const gj_label_index *index, const gj_label *label)
{
    size_t at = label->hash & index->mask;
    while (index->slots[at] && !gj_label_equal(&index->slots[at]->label, label))
        at = (at + 1) & index->mask;
    return &index->slots[at];
}

/* How many labels a form has at most. */
static size_t count_labels(const gj_form *form)
{
    size_t count = 0;
    for (size_t i = 0; i < form->section_count; i++)
        count += 1 + form->sections[i].variant_count;
    for (size_t t = 0; t < form->table_count; t++) {
        const gj_form_table *table = &form->tables[t];
        count++; /* the note */
        for (size_t i = 0; i < table->row_count; i++)
            count += 2 + table->rows[i].variant_count;
        for (size_t i = 0; i < table->column_count; i++)
            count += 1 + table->columns[i].variant_count;
    }
    return count;
}

typedef struct place {
    gj_label_kind kind;
    size_t table, item;
} place;

static bool keep_pairs(gj_arena *arena, entry_pairs *out, gj_slice key)
{
    gj_label_pairs pairs;
    gj_label_pairs_read(key, &pairs);
    out->count = pairs.count;
    out->items = GJ_ARRAY(arena, pairs.count, uint64_t);
    if (out->items && pairs.count)
        memcpy(out->items, pairs.items, pairs.count * sizeof *pairs.items);
    return out->items != NULL;
}

static bool add(gj_arena *arena, gj_label_index *index, place at, gj_slice text, bool statutory)
{
    gj_label_entry *entry = &index->entries[index->count];
    if (!gj_label_read(arena, text, &entry->label))
        return false;
    if (!entry->label.key.len)
        return true;
    entry->kind = at.kind;
    entry->table = at.table;
    entry->item = at.item;
    entry->statutory = statutory;
    gj_label_entry **slot = slot_of(index, &entry->label);
    while (*slot) {
        if ((*slot)->kind == at.kind && (*slot)->table == at.table && (*slot)->item == at.item)
            return true; /* a variant that differs from the label only by its typing */
        slot = &(*slot)->next;
    }
    *slot = entry;
    return keep_pairs(arena, &index->pairs[index->count++], entry->label.key);
}

static bool add_all(gj_arena *arena, gj_label_index *index, place at, gj_slice text, const gj_slice *variants,
                    size_t count)
{
    if (!add(arena, index, at, text, true))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add(arena, index, at, variants[i], false))
            return false;
    return true;
}

/* A block's label is entered once, for its first row. */
static bool add_block(gj_arena *arena, gj_label_index *index, const gj_form_table *table, size_t t, size_t row)
{
    gj_slice block = table->rows[row].block;
    if (!block.len || (row && gj_slice_equal(table->rows[row - 1].block, block)))
        return true;
    return add(arena, index, (place){ GJ_LABEL_BLOCK, t, row }, block, true);
}

static bool add_table(gj_arena *arena, gj_label_index *index, const gj_form_table *table, size_t t)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const gj_form_row *row = &table->rows[i];
        if (!add_block(arena, index, table, t, i) ||
            !add_all(arena, index, (place){ GJ_LABEL_ROW, t, i }, row->label, row->variants, row->variant_count))
            return false;
    }
    for (size_t i = 0; i < table->column_count; i++) {
        const gj_form_column *column = &table->columns[i];
        if (!add_all(arena, index, (place){ GJ_LABEL_COLUMN, t, i }, column->label, column->variants,
                     column->variant_count))
            return false;
    }
    return add(arena, index, (place){ GJ_LABEL_NOTE, t, 0 }, table->note, true);
}

gj_status gj_label_index_build(gj_arena *arena, gj_form *form, gj_error *err)
{
    size_t most = count_labels(form), slots = 16;
    while (slots < most * 2)
        slots *= 2;
    gj_label_index *index = GJ_NEW(arena, gj_label_index);
    if (!index || !(index->slots = GJ_ARRAY(arena, slots, gj_label_entry *)) ||
        !(index->entries = GJ_ARRAY(arena, most + 1, gj_label_entry)) ||
        !(index->pairs = GJ_ARRAY(arena, most + 1, entry_pairs)))
        return gj_fail_nomem(err);
    index->mask = slots - 1;
    for (size_t i = 0; i < form->section_count; i++) {
        const gj_form_section *section = &form->sections[i];
        place at = { GJ_LABEL_SECTION, GJ_NOT_FOUND, i };
        if (!add_all(arena, index, at, section->title, section->variants, section->variant_count))
            return gj_fail_nomem(err);
    }
    for (size_t t = 0; t < form->table_count; t++)
        if (!add_table(arena, index, &form->tables[t], t))
            return gj_fail_nomem(err);
    form->labels = index;
    return GJ_OK;
}

const gj_label_entry *gj_label_find(const gj_label_index *index, const gj_label *label)
{
    return label->key.len ? *slot_of(index, label) : NULL;
}

const gj_label_entry *gj_label_find_in(const gj_label_index *index, const gj_label *label, gj_label_kind kind,
                                       size_t table)
{
    const gj_label_entry *entry = gj_label_find(index, label);
    while (entry && (entry->kind != kind || entry->table != table))
        entry = entry->next;
    return entry;
}

const gj_label_entry *gj_label_nearest(const gj_label_index *index, const gj_label *label, gj_label_kind kind,
                                       size_t table)
{
    const gj_label_entry *best = NULL;
    int first = 0, second = 0;
    gj_label_pairs pairs;
    gj_label_pairs_read(label->key, &pairs);
    for (size_t i = 0; i < index->count && label->key.len; i++) {
        const gj_label_entry *entry = &index->entries[i];
        if (entry->kind != kind || entry->table != table)
            continue;
        int near = gj_label_pairs_nearness(&pairs, index->pairs[i].items, index->pairs[i].count,
                                           GJ_LABEL_NEAR - GJ_LABEL_MARGIN - GJ_LABEL_SAME_NUMBER);
        if (near && label->number && label->number == entry->label.number)
            near += GJ_LABEL_SAME_NUMBER;
        if (best && best->item == entry->item) {
            if (near > first) {
                first = near;
                best = entry;
            }
        } else if (near > first) {
            second = first;
            first = near;
            best = entry;
        } else if (near > second) {
            second = near;
        }
    }
    return first >= GJ_LABEL_NEAR && first - second >= GJ_LABEL_MARGIN ? best : NULL;
}
