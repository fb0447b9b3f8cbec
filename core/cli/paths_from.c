/* paths_from.c - --paths-from: paths of a list. */
#include "../base/file.h"
#include "cli.h"

/* Cut the list into C strings where it lies. How many there are; written where `paths` is not NULL. */
static size_t cut(char *list, size_t length, char separator, char **paths)
{
    size_t count = 0;
    for (size_t from = 0; from < length;) {
        const char *end = memchr(list + from, separator, length - from);
        size_t to = end ? (size_t)(end - list) : length, next = to + 1;
        if (separator == '\n' && to > from && list[to - 1] == '\r')
            to--;
        if (to > from) {
            if (paths) {
                list[to] = '\0';
                paths[count] = list + from;
            }
            count++;
        }
        from = next;
    }
    return count;
}

bool gj_add_listed_paths(gj_invocation *invocation)
{
    const char *path = invocation->values[GJ_OPT_PATHS_FROM];
    gj_error err = { 0 };
    gj_slice bytes;
    if (!path)
        return true;
    if (gj_file_read(invocation->arena, path, GJ_MAX_PATH_LIST, &bytes, &err) != GJ_OK) {
        (void)gj_complain_error(invocation, &err);
        return false;
    }
    char *list = gj_arena_alloc(invocation->arena, bytes.len + 1);
    if (list && bytes.len)
        memcpy(list, bytes.data, bytes.len);
    char separator = bytes.len && memchr(bytes.data, '\0', bytes.len) ? '\0' : '\n';
    size_t listed = list ? cut(list, bytes.len, separator, NULL) : 0;
    char **paths = gj_arena_array(invocation->arena, invocation->path_count + listed + 1, sizeof *paths);
    if (!list || !paths) {
        gj_complain(invocation, "内存不足", "out of memory");
        return false;
    }
    for (size_t i = 0; i < invocation->path_count; i++)
        paths[i] = invocation->paths[i];
    (void)cut(list, bytes.len, separator, paths + invocation->path_count);
    invocation->paths = paths;
    invocation->path_count += listed;
    return true;
}
