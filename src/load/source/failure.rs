//! Messages for failures of the system: why a file could not be read or written.

use std::io::{self, ErrorKind};

/// Returns the message of an error with its causes, outermost first; system errors are put into our
/// words.
pub fn told(error: &anyhow::Error) -> String {
    let parts = error.chain().map(|cause| match cause.downcast_ref::<io::Error>() {
        Some(cause) => reason(cause),
        None => cause.to_string(),
    });
    parts.collect::<Vec<_>>().join("：")
}

/// Returns the reason for a system error in our words, or else in the system's.
pub fn reason(error: &io::Error) -> String {
    let reason = match error.kind() {
        ErrorKind::NotFound => "没有这个文件或文件夹",
        ErrorKind::PermissionDenied => "没有权限，或者文件正被别的程序打开",
        ErrorKind::AlreadyExists => "已经有同名的文件",
        ErrorKind::NotADirectory => "路径当中有一个是文件，不是文件夹",
        ErrorKind::IsADirectory => "这是文件夹，不是文件",
        ErrorKind::ResourceBusy | ErrorKind::AddrInUse => "正被占用",
        ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "磁盘满了",
        ErrorKind::InvalidFilename => "路径太长，或者有不能用的字",
        ErrorKind::CrossesDevices => "不能移到另一个磁盘",
        _ => return error.to_string(),
    };
    reason.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;

    #[test]
    fn what_the_system_says_is_told_in_chinese_after_what_was_tried() {
        let failed = std::fs::read("no/such/file").context("读不出“甲”");
        let error = failed.expect_err("there is no such file");
        assert_eq!(told(&error), "读不出“甲”：没有这个文件或文件夹");
    }
}
