#include "system.h"

#include <errno.h>

const char *gj_system_reason_zh(int reason)
{
    switch (reason) {
    case ENOENT:
        return "没有这个文件夹或文件";
    case ENOTDIR:
        return "路径中有一段不是文件夹";
    case EISDIR:
        return "这是文件夹，不是文件";
    case EEXIST:
        return "已经存在";
    case EACCES:
    case EPERM:
        return "没有权限";
    case EROFS:
        return "那里只能读，不能写";
    case ENOSPC:
    case EDQUOT:
        return "磁盘满了";
    case EFBIG:
        return "文件太大";
    case ENAMETOOLONG:
        return "文件名太长";
    case EIO:
        return "磁盘或网络出错";
    case EMFILE:
    case ENFILE:
        return "打开的文件太多";
    case EAGAIN:
    case ENOMEM:
        return "内存或进程数不够";
    case EPIPE:
        return "对方已经关闭";
    default:
        return strerror(reason);
    }
}

/* Both formats take the same arguments: each leaves out what is the other's. */
gj_status(gj_fail_system)(gj_error *err, const char *zh, const char *en, const char *subject, int reason)
{
    return gj_fail(err, GJ_IO, GJ_NOWHERE, "%s%.0s%s：%s%.0s", "%.0s%s%s: %.0s%s", zh, en, subject,
                   gj_system_reason_zh(reason), strerror(reason));
}
