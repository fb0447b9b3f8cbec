/* What must agree across the files of a ruleset, checked when all are loaded. */
#include "ruleset_private.h"

static gj_status fail(gj_loader *l, const char *what, gj_slice in, gj_slice word, const char *zh, const char *en)
{
    gj_status status = gj_fail(l->err, GJ_RULES, GJ_NOWHERE, "%s %.*s：%s%.0s：“%.*s”", "%s %.*s: %.0s%s: \"%.*s\"",
                               what, GJ_ARG(in), zh, en, GJ_ARG(word));
    gj_error_where(l->err, l->ruleset->origin);
    return status;
}

static gj_status owner(gj_loader *l, const char *what, gj_slice in, gj_slice rule)
{
    for (size_t i = 0; i < l->rules.count; i++)
        if (gj_slice_equal(l->rules.items[i].id, rule))
            return GJ_OK;
    return rule.len ? fail(l, what, in, rule, "所属规则不存在", "the rule named as owner does not exist") : GJ_OK;
}

static gj_status check_owners(gj_loader *l)
{
    for (size_t i = 0; i < l->form_list.count; i++) {
        const gj_form *form = &l->form_list.items[i];
        for (size_t t = 0; t < form->table_count; t++) {
            const gj_form_table *table = &form->tables[t];
            GJ_TRY(owner(l, "owners", table->key, table->missing_rule));
            GJ_TRY(owner(l, "owners", table->key, table->blank_rule));
            GJ_TRY(owner(l, "owners", table->key, table->row_rule));
            GJ_TRY(owner(l, "owners", table->key, table->column_rule));
            GJ_TRY(owner(l, "owners", table->key, table->text_rule));
        }
    }
    GJ_TRY(owner(l, "owners", GJ_LIT("pack"), l->forms->section_rule));
    GJ_TRY(owner(l, "owners", GJ_LIT("pack"), l->forms->issuer_rule));
    return owner(l, "owners", GJ_LIT("pack"), l->forms->out_of_scope_rule);
}

/* "requests.denied.state_secret.natural_person": table, row (which may have dots), column. */
static bool form_has_cell(const gj_form *form, gj_slice path)
{
    for (size_t t = 0; t < form->table_count; t++) {
        const gj_form_table *table = &form->tables[t];
        size_t begin = table->key.len + 1, end = path.len;
        if (path.len <= begin || !gj_slice_starts(path, table->key) || path.data[begin - 1] != '.')
            continue;
        while (end > begin && path.data[end - 1] != '.')
            end--;
        if (end == begin)
            continue;
        size_t row = gj_form_row_index(table, gj_slice_sub(path, begin, end - 1));
        size_t column = gj_form_column_index(table, gj_slice_sub(path, end, path.len));
        if (row != GJ_NOT_FOUND && column != GJ_NOT_FOUND && (table->rows[row].columns >> column & 1))
            return true;
    }
    return false;
}

static gj_status check_cell(gj_loader *l, const gj_claim_kind *kind, gj_slice path)
{
    if (gj_slice_starts(path, GJ_LIT("-")))
        path = gj_slice_sub(path, 1, path.len);
    for (size_t i = 0; i < l->form_list.count; i++)
        if (form_has_cell(&l->form_list.items[i], path))
            return GJ_OK;
    return fail(l, "claim", kind->key, path, "没有哪种格式有这个单元格", "no form has this cell");
}

static gj_status check_claim(gj_loader *l, const gj_claim_kind *kind)
{
    for (size_t t = 0; t < kind->tie_count; t++)
        for (size_t c = 0; c < kind->ties[t].cell_count; c++)
            GJ_TRY(check_cell(l, kind, kind->ties[t].cells[c]));
    for (size_t s = 0; s < kind->section_count; s++) {
        bool known = false;
        for (size_t i = 0; i < l->form_list.count && !known; i++)
            known = gj_form_section_by_key(&l->form_list.items[i], kind->sections[s]) != NULL;
        if (!known)
            return fail(l, "claim", kind->key, kind->sections[s], "没有哪种格式有这一部分", "no form has this section");
    }
    return GJ_OK;
}

gj_status gj_ruleset_check(gj_loader *l)
{
    GJ_TRY(check_owners(l));
    for (size_t i = 0; i < l->claims.count; i++)
        GJ_TRY(check_claim(l, &l->claims.items[i]));
    return GJ_OK;
}
