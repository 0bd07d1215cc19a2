//! Messages for output folders that cannot be written.

use std::path::Path;

use anyhow::anyhow;

use crate::diagnostic::plain::plain_line;

/// Returns the error for an output in which somebody edited our files.
pub(super) fn edited(typed: &Path, paths: &[String]) -> anyhow::Error {
    anyhow!(
        "“{}”里生成的文件被人改过：{}；重新生成会弄丢这些改动，所以没有动手。\
         要留的另存到别处，再把这些文件删掉重来",
        typed.display(),
        listed(paths),
    )
}

/// Returns the error for something in an output that this program did not make.
pub(super) fn not_ours(path: &Path) -> anyhow::Error {
    anyhow!("“{}”不是本程序生成的；把它移到别处再来", path.display())
}

/// Returns some paths for a message, the first few of many.
pub(super) fn listed(paths: &[String]) -> String {
    const SHOWN: usize = 5;
    let shown: Vec<_> = paths.iter().take(SHOWN).map(|path| plain_line(path)).collect();
    let shown = shown.join("、");
    if paths.len() > SHOWN { format!("{shown}等{}个", paths.len()) } else { shown }
}

/// Returns the message for an operation on a path that failed.
pub(super) fn failure(what: &str, path: &Path) -> String {
    format!("{what}“{}”", path.display())
}
