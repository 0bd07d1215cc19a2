//! One run at a time writes an output folder; a second waits for its end.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::cli::console::complain;
use crate::cli::output::refusal::{failure, not_ours};

/// How long a run waits between two tries.
const PAUSE: Duration = Duration::from_millis(100);
/// How many times it waits: a minute in all.
const PAUSES: u32 = 600;

/// Takes the lock of a folder, and keeps it until the file is dropped.
pub(super) fn locked(path: &Path, typed: &Path) -> Result<File> {
    // A link would make the file elsewhere, and a pipe would wait for ever.
    if path.symlink_metadata().is_ok_and(|entry| !entry.is_file()) {
        return Err(not_ours(path));
    }
    let mut options = File::options();
    let file = options.create(true).truncate(false).write(true).open(path);
    let file = file.with_context(|| failure("写不了", typed))?;
    for pause in 0..PAUSES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) if pause == 0 => {
                complain(&format!("{}，等它写完，最多等一分钟\n", busy(typed)));
            }
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => {
                return Err(error).with_context(|| failure("锁不住", typed));
            }
        }
        sleep(PAUSE);
    }
    bail!("{}，一分钟还没有写完；等它结束再来", busy(typed))
}

fn busy(typed: &Path) -> String {
    format!("另一个 tongbao 正在写“{}”", typed.display())
}
