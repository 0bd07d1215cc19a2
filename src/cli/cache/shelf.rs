//! The folder of the cache: the user's own, and never in the way; what fails is said once.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::cli::console::complain;
use crate::cli::output::location::located;
use crate::diagnostic::plain::plain_line;
use crate::load::source::failure::reason;

/// Name of the file that is locked by the run that writes.
const LOCK: &str = "lock";
/// Name of a file that is not yet written to its end.
const NEW: &str = "new";

/// The folder of the cache.
#[derive(Debug)]
pub(super) struct Shelf {
    folder: PathBuf,
    /// What failed first.
    failure: OnceLock<String>,
    was_told: AtomicBool,
}

impl Shelf {
    /// Opens a folder, which need not exist. After a sentence, `None` if it lies in one of some other
    /// folders, or if others than the user can write there.
    pub(super) fn open(folder: PathBuf, others: &[&Path]) -> Option<Shelf> {
        let obstacle = others.iter().find_map(|other| within(&folder, other));
        match obstacle.or_else(|| distrust(&folder)) {
            Some(obstacle) => {
                complain(&sentence(&folder, &format!("没有用缓存：它{obstacle}")));
                None
            }
            None => Some(Shelf {
                folder,
                failure: OnceLock::new(),
                was_told: AtomicBool::new(false),
            }),
        }
    }

    /// Returns the bytes of a file; none if it cannot be had.
    pub(super) fn fetch(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).unwrap_or_else(|error| {
            if error.kind() != ErrorKind::NotFound {
                self.note("读不了缓存", &error);
            }
            Vec::new()
        })
    }

    /// Writes files, each whole or not at all; nothing while another run writes.
    pub(super) fn keep(&self, files: impl Iterator<Item = (String, Vec<u8>)>) {
        let mut files = files.peekable();
        if files.peek().is_some()
            && let Err(error) = self.write(files)
        {
            self.note("写不了缓存", &error);
        }
    }

    fn write(&self, files: impl Iterator<Item = (String, Vec<u8>)>) -> io::Result<()> {
        private_folder().create(&self.folder)?;
        let lock = private_file().open(self.folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let new = self.folder.join(NEW);
        for (name, bytes) in files {
            let written = private_file()
                .truncate(true)
                .open(&new)
                .and_then(|mut file| file.write_all(&bytes))
                .and_then(|()| fs::rename(&new, self.folder.join(name)));
            written.inspect_err(|_| drop(fs::remove_file(&new)))?;
        }
        Ok(())
    }

    fn note(&self, what: &str, error: &io::Error) {
        self.failure.get_or_init(|| {
            sentence(&self.folder, &format!("{what}：{}", reason(error)))
        });
    }

    /// Says what failed first, unless that has been said.
    pub(super) fn tell(&self) {
        if let Some(failure) = self.failure.get()
            && !self.was_told.swap(true, Ordering::Relaxed)
        {
            complain(failure);
        }
    }
}

fn sentence(folder: &Path, problem: &str) -> String {
    let shown = folder.display().to_string();
    format!(
        "{problem}（“{}”）；结果不受影响，只是慢些，加 --no-cache 就不说这句\n",
        plain_line(&shown),
    )
}

/// Returns where a folder is, if it is in another one; of paths that lead nowhere others will tell.
fn within(folder: &Path, other: &Path) -> Option<String> {
    let is_inside = located(folder).ok()?.starts_with(located(other).ok()?);
    is_inside.then(|| format!("在“{}”里", plain_line(&other.display().to_string())))
}

/// Returns why a folder may hold what others wrote; `None` also where it is not there.
fn distrust(folder: &Path) -> Option<String> {
    let metadata = folder.symlink_metadata().ok()?;
    let is_folder = metadata.is_dir();
    let problem = if is_folder { others_problem(&metadata)? } else { "不是文件夹" };
    Some(problem.to_owned())
}

/// Returns why others than the user can write in a folder.
#[cfg(unix)]
fn others_problem(folder: &Metadata) -> Option<&'static str> {
    use std::os::unix::fs::MetadataExt;

    let is_own = folder.uid() == rustix::process::geteuid().as_raw();
    match (is_own, folder.mode() & 0o022) {
        (false, _) => Some("是别的用户的"),
        (true, 0) => None,
        (true, _) => Some("别的用户也能写"),
    }
}

/// On Windows the folder is below the user's own, which others cannot write.
#[cfg(not(unix))]
fn others_problem(_: &Metadata) -> Option<&'static str> {
    None
}

/// Makes folders that nobody else can look into.
fn private_folder() -> DirBuilder {
    let mut folder = DirBuilder::new();
    folder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
    folder
}

/// Opens files that nobody else can read.
fn private_file() -> OpenOptions {
    let mut file = File::options();
    file.create(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut file, 0o600);
    file
}
