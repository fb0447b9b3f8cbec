#include "library.h"

#include <dlfcn.h>

static gj_status missing(const char *package, const char *what, gj_error *err)
{
    return gj_fail(err, GJ_INPUT, GJ_NOWHERE,
                   "处理 %s 文件要用的程序库没有安装；请安装 Debian 软件包 %s（apt install %s），再试一次",
                   "the library for %s files is not installed; install the Debian package %s (apt install %s) and "
                   "try again",
                   what, package, package);
}

gj_status gj_library_open(const char *file, const char *package, const char *what, const gj_library_function *functions,
                          size_t count, void *table, void **handle, gj_error *err)
{
    *handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
    if (!*handle)
        return missing(package, what, err);
    for (size_t i = 0; i < count; i++) {
        void *found = dlsym(*handle, functions[i].name);
        if (!found) {
            gj_library_close(*handle);
            *handle = NULL;
            return missing(package, what, err);
        }
        /* POSIX lets a pointer from dlsym be a function's; ISO C has no cast for it. */
        memcpy((char *)table + functions[i].offset, &found, sizeof found);
    }
    return GJ_OK;
}

void gj_library_close(void *handle)
{
    if (handle)
        (void)dlclose(handle);
}
