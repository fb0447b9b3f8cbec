/* embed.c - a build-time program: a ruleset's folder to C source (core/judge/embedded.h) on standard output.
 *
 *     embed rules/zfxxgk > build/gen/ruleset.c
 *
 * Takes pack.lua and the files that it names, compiles each to bytecode with line numbers kept, a rule file once more without its cases (blank.h), and writes them with the SHA-256 over
 * their sources in byte order of their names, exactly as the loader computes it for a folder. A .lua file of the folder that the pack does not
 * name is an error: it would be forgotten in the binary. The sources are ours, so Lua runs here without the sandbox. */
#include <dirent.h>
#include <lauxlib.h>
#include <lua.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "../core/base/buffer.h"
#include "../core/base/digest.h"
#include "blank.h"

#define MAX_FILES 512

typedef struct pack {
    const char *folder;
    lua_State *L;
    char names[MAX_FILES][160];
    size_t count;
    char id[64], measured[160];
} pack;

static _Noreturn void die(const char *what, const char *about)
{
    (void)fprintf(stderr, "embed: %s: %s\n", about, what);
    exit(1);
}

static void add_name(pack *p, const char *name)
{
    for (size_t i = 0; i < p->count; i++)
        if (strcmp(p->names[i], name) == 0)
            return;
    if (p->count == MAX_FILES || strlen(name) >= sizeof p->names[0])
        die("too many files, or a name too long", name);
    (void)snprintf(p->names[p->count++], sizeof p->names[0], "%s", name);
}

/* A field of the table on top of the stack: a name or a list of names. */
static void add_field(pack *p, const char *field)
{
    lua_getfield(p->L, -1, field);
    if (lua_type(p->L, -1) == LUA_TSTRING)
        add_name(p, lua_tostring(p->L, -1));
    for (lua_Integer i = 1; lua_istable(p->L, -1) && i <= (lua_Integer)lua_rawlen(p->L, -1); i++) {
        if (lua_rawgeti(p->L, -1, i) != LUA_TSTRING)
            die("not a list of names", field);
        add_name(p, lua_tostring(p->L, -1));
        lua_pop(p->L, 1);
    }
    lua_pop(p->L, 1);
}

static void read_bytes(const char *path, gj_buffer *out)
{
    FILE *file = fopen(path, "rb");
    char chunk[8192];
    if (!file)
        die("cannot be opened", path);
    for (size_t got; (got = fread(chunk, 1, sizeof chunk, file)) > 0;)
        gj_buffer_add(out, (gj_slice){ chunk, got });
    if (ferror(file) || fclose(file) != 0 || out->failed)
        die("cannot be read", path);
}

static void source_of(const pack *p, const char *name, gj_buffer *out)
{
    char path[512];
    if (snprintf(path, sizeof path, "%s/%s.lua", p->folder, name) >= (int)sizeof path)
        die("path too long", name);
    gj_buffer_clear(out);
    read_bytes(path, out);
}

/* Leaves the compiled file on the stack, under the name that messages show. */
static void compile(const pack *p, const char *name, const gj_buffer *source)
{
    char chunk[512];
    (void)snprintf(chunk, sizeof chunk, "@rules/%s/%s.lua", p->id, name);
    if (luaL_loadbufferx(p->L, source->data, source->len, chunk, "t") != LUA_OK)
        die(lua_tostring(p->L, -1), p->folder);
}

static void read_pack(pack *p, gj_buffer *source)
{
    static const char *const fields[] = { "forms", "clauses", "claims",   "relations", "issuers",    "lib",    "words",
                                          "rules", "base",    "measured", "blank",     "collection", "notice", "desk" };
    source_of(p, "pack", source);
    compile(p, "pack", source);
    if (lua_pcall(p->L, 0, 1, 0) != LUA_OK || !lua_istable(p->L, -1))
        die("pack.lua does not return a table", p->folder);
    lua_getfield(p->L, -1, "id");
    if (lua_type(p->L, -1) != LUA_TSTRING || strlen(lua_tostring(p->L, -1)) >= sizeof p->id)
        die("pack.lua has no id", p->folder);
    (void)snprintf(p->id, sizeof p->id, "%s", lua_tostring(p->L, -1));
    lua_pop(p->L, 1);
    lua_getfield(p->L, -1, "measured");
    if (lua_type(p->L, -1) == LUA_TSTRING)
        (void)snprintf(p->measured, sizeof p->measured, "%s", lua_tostring(p->L, -1));
    lua_pop(p->L, 1);
    add_name(p, "pack");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        add_field(p, fields[i]);
    lua_settop(p->L, 0);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* Every .lua file below `under` must be in the pack. */
static void check_folder(const pack *p, const char *under, int depth)
{
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", p->folder, under);
    DIR *folder = opendir(path);
    if (!folder || depth > 8)
        die("cannot be listed", path);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char name[300], full[900];
        struct stat info;
        if (entry->d_name[0] == '.')
            continue;
        (void)snprintf(name, sizeof name, "%s%s%s", under, under[0] ? "/" : "", entry->d_name);
        (void)snprintf(full, sizeof full, "%s/%s", p->folder, name);
        if (stat(full, &info) != 0)
            die("cannot be read", full);
        if (S_ISDIR(info.st_mode)) {
            check_folder(p, name, depth + 1);
            continue;
        }
        size_t length = strlen(name);
        if (length < 4 || strcmp(name + length - 4, ".lua") != 0)
            continue;
        name[length - 4] = '\0';
        bool known = false;
        for (size_t i = 0; i < p->count && !known; i++)
            known = strcmp(p->names[i], name) == 0;
        if (!known)
            die("is not named in pack.lua", full);
    }
    (void)closedir(folder);
}

static int keep_bytes(lua_State *L, const void *bytes, size_t size, void *out)
{
    (void)L;
    gj_buffer_add(out, (gj_slice){ bytes, size });
    return ((gj_buffer *)out)->failed != GJ_OK;
}

static void write_bytes(const gj_buffer *bytes, const char *kind, size_t number)
{
    (void)printf("\nstatic const unsigned char %s_%zu[] = {", kind, number);
    for (size_t i = 0; i < bytes->len; i++)
        (void)printf("%s%u,", i % 32 ? "" : "\n", (unsigned)(unsigned char)bytes->data[i]);
    (void)printf("\n};\n");
}

typedef struct file_lengths {
    size_t whole[MAX_FILES], lean[MAX_FILES]; /* lean 0: the file has no cases */
} file_lengths;

/* One file as an array of bytes; returns its length. */
static size_t write_file(const pack *p, const char *kind, size_t number, const gj_buffer *source)
{
    gj_buffer bytecode;
    gj_buffer_init(&bytecode, 0);
    compile(p, p->names[number], source);
    if (lua_dump(p->L, keep_bytes, &bytecode, 0) != 0)
        die("cannot be dumped", p->names[number]);
    lua_settop(p->L, 0);
    write_bytes(&bytecode, kind, number);
    size_t length = bytecode.len;
    gj_buffer_free(&bytecode);
    return length;
}

static void write_files(const pack *p, gj_digest *digest, file_lengths *out)
{
    gj_buffer source, lean;
    gj_buffer_init(&source, 0);
    gj_buffer_init(&lean, 0);
    for (size_t i = 0; i < p->count; i++) {
        source_of(p, p->names[i], &source);
        if (strcmp(p->names[i], p->measured) != 0) { /* what was measured of a ruleset is no part of it */
            gj_digest_field(digest, gj_slice_of(p->names[i]));
            gj_digest_field(digest, gj_buffer_slice(&source));
        }
        out->whole[i] = write_file(p, "whole", i, &source);
        gj_buffer_clear(&lean);
        out->lean[i] = 0;
        if (blank_cases(gj_buffer_slice(&source), &lean))
            out->lean[i] = write_file(p, "lean", i, &lean);
    }
    gj_buffer_free(&source);
    gj_buffer_free(&lean);
}

static void write_table(const pack *p, const file_lengths *lengths)
{
    (void)printf("\nconst gj_embedded_file gj_embedded_files[] = {\n");
    for (size_t i = 0; i < p->count; i++) {
        const char *kind = lengths->lean[i] ? "lean" : "whole";
        (void)printf("    { \"%s\", %s_%zu, %zu, whole_%zu, %zu },\n", p->names[i], kind, i,
                     lengths->lean[i] ? lengths->lean[i] : lengths->whole[i], i, lengths->whole[i]);
    }
    (void)printf("};\n");
}

int main(int count, char **arguments)
{
    static pack p;
    static file_lengths lengths;
    if (count != 2)
        die("usage: embed FOLDER", "rules");
    p.folder = arguments[1];
    p.L = luaL_newstate();
    if (!p.L)
        die("out of memory", p.folder);
    gj_buffer source;
    gj_buffer_init(&source, 0);
    read_pack(&p, &source);
    gj_buffer_free(&source);
    check_folder(&p, "", 0);
    qsort(p.names, p.count, sizeof p.names[0], by_bytes);
    gj_digest digest;
    gj_digest_init(&digest);
    (void)printf("/* Made by tools/embed.c from %s. */\n#include \"core/judge/embedded.h\"\n", p.folder);
    write_files(&p, &digest, &lengths);
    char hex[GJ_DIGEST_HEX + 1];
    gj_digest_hex(&digest, hex);
    (void)printf("\nconst char gj_embedded_id[] = \"%s\";\nconst char gj_embedded_digest[65] = \"%s\";\nconst size_t "
                 "gj_embedded_count = %zu;\n",
                 p.id, hex, p.count);
    write_table(&p, &lengths);
    lua_close(p.L);
    return ferror(stdout) || fflush(stdout) != 0;
}
