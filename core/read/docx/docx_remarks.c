/* What was left out of a document, or taken in a way that a person should know. Each concerns the whole document and has no place. */
#include "../../base/utf8.h"
#include "../struck.h"
#include "docx.h"

static gj_status tracked(const gj_docx *docx, gj_builder *build)
{
    const gj_docx_counts *n = &docx->counts;
    size_t moves = (n->moves + 1) / 2; /* each is written twice, where it was and where it is */
    if (!n->insertions && !n->deletions && !moves && !n->formats)
        return GJ_OK;
    gj_slice zh = gj_arena_format(build->arena,
                                  "文档里有没处理的修订（插入 %zu 处、删除 %zu 处、移动 %zu 处、格式 %zu "
                                  "处），按全部接受后的样子检查；发布前请在“审阅”里逐条接受或拒绝",
                                  n->insertions, n->deletions, moves, n->formats);
    gj_slice en =
        gj_arena_format(build->arena,
                        "the document has tracked changes (%zu insertions, %zu deletions, %zu moves, %zu of "
                        "format); it was read as if all were accepted. Accept or reject them before publishing",
                        n->insertions, n->deletions, moves, n->formats);
    return gj_builder_remark_all(build, "tracked_changes", zh, en);
}

static gj_status comments(const gj_docx *docx, gj_builder *build)
{
    if (!docx->counts.comments)
        return GJ_OK;
    gj_slice zh = gj_arena_format(build->arena, "文档里有 %zu 条批注，不算正文；发布前请删除", docx->counts.comments);
    gj_slice en = gj_arena_format(build->arena,
                                  "the document has %zu comments, which are no part of the text; delete them "
                                  "before publishing",
                                  docx->counts.comments);
    return gj_builder_remark_all(build, "comments", zh, en);
}

static gj_status hidden(const gj_docx *docx, gj_builder *build)
{
    const gj_docx_counts *n = &docx->counts;
    if (!n->hidden)
        return GJ_OK;
    gj_slice zh = gj_arena_format(build->arena,
                                  "文档里有隐藏文字（%zu 个字，如“%.*s”），没有检查；打开文档的人可以让它显示出来，"
                                  "发布前请删除或取消隐藏",
                                  n->hidden, GJ_ARG(n->hidden_sample));
    gj_slice en = gj_arena_format(build->arena,
                                  "the document has hidden text (%zu characters, such as \"%.*s\"), which was not "
                                  "checked; readers can make it show. Delete it or unhide it before publishing",
                                  n->hidden, GJ_ARG(n->hidden_sample));
    return gj_builder_remark_all(build, "hidden_text", zh, en);
}

static gj_status struck(const gj_docx *docx, gj_builder *build)
{
    const gj_docx_counts *n = &docx->counts;
    if (!n->struck)
        return GJ_OK;
    gj_words words = gj_struck_words(build->arena, n->struck, n->struck_sample);
    return gj_builder_remark_all(build, "struck_out", words.zh, words.en);
}

static gj_status margins(const gj_docx *docx, gj_builder *build)
{
    for (size_t i = 0; i < docx->margins.count; i++)
        GJ_TRY(gj_builder_margin(build, docx->margins.items[i]));
    return GJ_OK;
}

static gj_status left_out(const gj_docx *docx, gj_builder *build)
{
    const gj_docx_counts *n = &docx->counts;
    if (n->chunks) {
        gj_slice zh = gj_arena_format(build->arena,
                                      "文档里嵌入了另外 %zu 个文件，其中的文字没有读入；请把它们粘贴成正文", n->chunks);
        gj_slice en = gj_arena_format(build->arena,
                                      "%zu other files are embedded in the document and their text was not read; paste "
                                      "it as text",
                                      n->chunks);
        GJ_TRY(gj_builder_remark_all(build, "embedded_file", zh, en));
    }
    if (!n->symbols)
        return GJ_OK;
    gj_slice zh = gj_arena_format(build->arena, "文档里有 %zu 个用符号字体写的符号，没有读入", n->symbols);
    gj_slice en = gj_arena_format(build->arena, "%zu signs in symbol fonts were not read", n->symbols);
    return gj_builder_remark_all(build, "symbols", zh, en);
}

gj_status gj_docx_remarks(const gj_docx *docx, gj_builder *build)
{
    GJ_TRY(tracked(docx, build));
    GJ_TRY(comments(docx, build));
    GJ_TRY(hidden(docx, build));
    GJ_TRY(struck(docx, build));
    GJ_TRY(margins(docx, build));
    return left_out(docx, build);
}
