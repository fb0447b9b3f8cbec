/* libFuzzer: any bytes as the Lua text of a rule file, under a small budget. Whatever it does it must end, within its memory, and leave a sandbox in
 * which an honest script runs. */
#include <stdint.h>
#include <stdlib.h>

#include "../../core/script/sandbox.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define STEPS 30000

static void need(int truth)
{
    if (!truth)
        abort();
}

static gj_call_end run(gj_sandbox *sandbox, gj_slice script, gj_error *err)
{
    if (gj_sandbox_load(sandbox, GJ_LIT("fuzz.lua"), script, false, err) != GJ_OK)
        return GJ_CALL_ERROR;
    return gj_sandbox_call(sandbox, 0, 1, STEPS, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gj_matcher *matcher = NULL;
    gj_sandbox *sandbox = NULL;
    gj_error err = { 0 };
    need(gj_matcher_new(&matcher, &err) == GJ_OK && gj_sandbox_new(matcher, &sandbox, &err) == GJ_OK);
    if (run(sandbox, (gj_slice){ (const char *)data, size }, &err) == GJ_CALL_OK)
        need(gj_sandbox_share(sandbox, "result") != GJ_INTERNAL);
    else
        need(err.status != GJ_OK && err.en[0] && err.zh[0]);
    size_t peak, held = gj_sandbox_memory(sandbox, &peak);
    need(held <= peak && peak <= GJ_LUA_MEMORY);
    need(run(sandbox,
             GJ_LIT("local t = { b = 1, a = 2 } for k in pairs(t) do return k .. table.pack(pcall(error)).n end"),
             &err) == GJ_CALL_OK);
    need(strcmp(lua_tostring(gj_sandbox_state(sandbox), -1), "a2") == 0);
    gj_sandbox_free(sandbox);
    gj_matcher_free(matcher);
    return 0;
}
