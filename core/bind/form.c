#include "form.h"

const gj_form *gj_forms_for_year(const gj_forms *forms, int year)
{
    for (size_t i = 0; year > 0 && i < forms->form_count; i++) {
        const gj_form *form = &forms->forms[i];
        if (year >= form->from && (!form->to || year <= form->to))
            return form;
    }
    return NULL;
}

const gj_form *gj_forms_by_id(const gj_forms *forms, gj_slice id)
{
    for (size_t i = 0; i < forms->form_count; i++)
        if (gj_slice_equal(forms->forms[i].id, id))
            return &forms->forms[i];
    return NULL;
}

const gj_form_table *gj_form_table_by_key(const gj_form *form, gj_slice key)
{
    for (size_t i = 0; i < form->table_count; i++)
        if (gj_slice_equal(form->tables[i].key, key))
            return &form->tables[i];
    return NULL;
}

size_t gj_form_row_index(const gj_form_table *table, gj_slice key)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (gj_slice_equal(table->rows[i].key, key))
            return i;
    return GJ_NOT_FOUND;
}

size_t gj_form_column_index(const gj_form_table *table, gj_slice key)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (gj_slice_equal(table->columns[i].key, key))
            return i;
    return GJ_NOT_FOUND;
}

const gj_form_section *gj_form_section_by_key(const gj_form *form, gj_slice key)
{
    for (size_t i = 0; i < form->section_count; i++)
        if (gj_slice_equal(form->sections[i].key, key))
            return &form->sections[i];
    return NULL;
}
