//! What programs cost from their start to their end.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;
use wait4::{ResUse, Wait4 as _};

/// CPU time, of the program and of the kernel for it, and the peak of memory.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds of CPU, over all threads and the programs that were started.
    pub(crate) seconds: f64,
    /// The most memory that was resident, in MiB.
    pub(crate) peak: f64,
}

/// Runs a program that must not fail; what it prints is not shown.
pub(crate) fn cost(command: &mut Command) -> Cost {
    let command = command.env("RAYON_NUM_THREADS", "2").stdin(Stdio::null());
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let ResUse { status, rusage } = child.wait4().unwrap();
    assert!(status.success(), "{command:?}: {status}");
    let seconds = (rusage.utime + rusage.stime).as_secs_f64();
    Cost { seconds, peak: rusage.maxrss as f64 / 1024.0 / 1024.0 }
}

/// The cheapest of several runs, as other work on the machine only ever adds to them; each has a
/// state that is made before it.
pub(crate) fn least<T>(
    runs: usize,
    prepare: impl Fn() -> T,
    run: impl Fn(&T) -> Cost,
) -> Cost {
    let costs = (0..runs).map(|_| run(&prepare()));
    costs.min_by(|one, other| one.seconds.total_cmp(&other.seconds)).unwrap()
}

/// The program that is measured.
pub(crate) struct Program {
    /// Its file.
    binary: PathBuf,
    /// Where all places are. They are removed together at the end: a file system that has just lost
    /// many files takes far longer to make new ones, which is no cost of the program.
    root: TempDir,
}

impl Program {
    /// The program of a file.
    pub(crate) fn new(binary: PathBuf) -> Program {
        Program { binary, root: TempDir::new().unwrap() }
    }

    /// Makes a folder for output and cache, which is empty at first.
    pub(crate) fn place(&self) -> Place {
        let folder = TempDir::new_in(&self.root).unwrap();
        Place(folder.keep())
    }

    /// Runs a command on data, with its cache and its output in a place.
    pub(crate) fn run(&self, verb: &[&str], data: &Path, place: &Place) -> Cost {
        let mut command = Command::new(&self.binary);
        let command = command.args(verb).arg("--data").arg(data);
        if verb[0] == "build" {
            command.arg("--out").arg(place.path().join("out"));
        }
        cost(command.current_dir(place.path()).env("XDG_CACHE_HOME", place.path()))
    }
}

/// A folder for output and cache.
pub(crate) struct Place(PathBuf);

impl Place {
    /// Its folder.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}
