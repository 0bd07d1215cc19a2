//! Waits for changes of files.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Result, anyhow};
use notify::event::ModifyKind;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// Files that are saved together are looked at together.
const TOGETHER: Duration = Duration::from_millis(80);
/// After so many times a folder that is never still is looked at all the same.
const PATIENCE: usize = 12;

/// The changes of some folders.
pub(super) struct Changes {
    changes: Receiver<()>,
    /// Watches for as long as it is there.
    _watcher: RecommendedWatcher,
}

/// Begins to watch folders; those that are not there are left out.
pub(super) fn watched(folders: &[&Path]) -> Result<Changes> {
    let (send, changes) = channel();
    let tell = move |event: notify::Result<notify::Event>| {
        let is_read = |kind: &EventKind| {
            matches!(
                kind,
                EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_))
            )
        };
        if event.is_ok_and(|event| !is_read(&event.kind)) {
            let _ = send.send(());
        }
    };
    // What the system says of it is not in Chinese, and nobody here could do anything about it.
    let failed = |_| anyhow!("系统不让看着文件的改动；改了以后重新运行 tongbao build");
    let mut watcher = notify::recommended_watcher(tell).map_err(failed)?;
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        watcher.watch(folder, RecursiveMode::Recursive).map_err(failed)?;
    }
    Ok(Changes { changes, _watcher: watcher })
}

impl Changes {
    /// Waits for a change for a while; returns whether there was one.
    pub(super) fn wait(&self, while_: Duration) -> bool {
        match self.changes.recv_timeout(while_) {
            Ok(()) => {
                for _ in 0..PATIENCE {
                    sleep(TOGETHER);
                    if self.changes.try_iter().count() == 0 {
                        break;
                    }
                }
                true
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
        }
    }
}
