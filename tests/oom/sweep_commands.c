/* Every allocation failed in turn, once and from there on, over `gouji new` and `gouji verify`. Each attempt (failing.h) must end by an exit code that the
 * command has. Usage: sweep_commands RESULT; prints N passed, N failed. RESULT is what check -f json wrote now: a run that lacks memory must not call it changed.
 */
#include "failing.h"

#include "../../core/cli/cli.h"
#include "../../core/gouji.h"

typedef struct subject {
    gj_invocation *command;
    bool loads;   /* a library, which stays: what is left is not counted */
    size_t first; /* allocations before this one are not tried: loading the ruleset is swept by sweep.c */
    size_t step;  /* of those after it, one in so many is tried */
} subject;

/* In a child of its own: what it says is not looked at, only that it ends, and by an exit code that it has. Neither of the commands has anything
 * to find. */
static enum verdict try_command(const subject *s)
{
    static char room[2][BUFSIZ]; /* or the streams would take some when they are first written to, and keep it */
    shim.armed = false;
    if (!freopen("/dev/null", "w", stdout) || !freopen("/dev/null", "w", stderr) ||
        setvbuf(stdout, room[0], _IOFBF, BUFSIZ) || setvbuf(stderr, room[1], _IOFBF, BUFSIZ))
        return DIFFERENT;
    s->command->arena = gj_arena_new(0);
    shim.armed = true;
    int code = s->command->arena ? s->command->command->run(s->command) : GJ_EXIT_BROKEN;
    shim.armed = false;
    gj_arena_free(s->command->arena);
    return code >= GJ_EXIT_CLEAN && code <= GJ_EXIT_BROKEN && code != GJ_EXIT_FINDINGS ? FINE : DIFFERENT;
}

static int attempt(const void *context, size_t n, bool persistent)
{
    const subject *s = context;
    size_t before = shim.live;
    failing_arm(n, persistent);
    enum verdict ended = try_command(s);
    if (ended == FINE && !s->loads && shim.live > before)
        ended = LEAK;
    return (int)(ended == FINE && !*shim.fired ? NO_FAULT : ended);
}

static void sweep(const subject *s, const char *what, size_t *passed, size_t *failed)
{
    const failing_plan plan = { s->first, 0, s->step };
    failing_sweep(s, attempt, what, plan, false, passed, failed);
    failing_sweep(s, attempt, what, plan, true, passed, failed);
}

/* How many allocations loading the ruleset takes. */
static size_t load_calls(void)
{
    gj_ruleset *ruleset = NULL;
    gj_error err;
    failing_arm(0, false);
    gj_status status = gj_ruleset_open(GJ_LIT(""), NULL, 0, &ruleset, &err);
    shim.armed = false;
    if (status == GJ_OK)
        gj_ruleset_close(ruleset);
    return shim.calls;
}

/* gouji new, as a Word document to standard output. */
static void sweep_new(size_t *passed, size_t *failed)
{
    gj_invocation invocation = { .command = gj_command_by_name("new"), .lang = GJ_ZH };
    invocation.values[GJ_OPT_UNIT] = "青石镇人民政府";
    invocation.values[GJ_OPT_YEAR] = "2024";
    invocation.values[GJ_OPT_FORM] = "docx";
    subject s = { .command = &invocation, .loads = true, .first = load_calls(), .step = 1 };
    sweep(&s, "new", passed, failed);
}

/* gouji verify of a result, with the worker that it starts. It loads the ruleset first, and checks a report: most of that is swept elsewhere. */
static void sweep_verify(const char *result, size_t *passed, size_t *failed)
{
    char *paths[] = { (char *)result, NULL };
    gj_invocation invocation = {
        .command = gj_command_by_name("verify"), .lang = GJ_ZH, .paths = paths, .path_count = 1
    };
    subject s = { .command = &invocation, .step = 61 };
    gj_catch_signals();
    sweep(&s, "verify", passed, failed);
}

int main(int argc, char **argv)
{
    size_t passed = 0, failed = 0;
    if (argc != 2)
        return 1;
    sweep_new(&passed, &failed);
    sweep_verify(argv[1], &passed, &failed);
    (void)printf("%zu passed, %zu failed\n", passed, failed);
    return failed != 0;
}
