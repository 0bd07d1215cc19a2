//! A data folder on disk to run the program on: the minimal book with some files laid over it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder with `data`, and room for what the program writes.
pub(crate) struct Stage {
    folder: TempDir,
}

impl Stage {
    /// An empty data folder.
    pub(crate) fn empty() -> Stage {
        let stage = Stage { folder: tempfile::tempdir().unwrap() };
        fs::create_dir_all(stage.data()).unwrap();
        stage
    }

    /// The minimal book, as the book `demo`.
    pub(crate) fn minimal() -> Stage {
        Stage::empty().book("demo", &suite("minimal"))
    }

    /// Puts a folder in as a book, over what is there.
    pub(crate) fn book(self, id: &str, from: &Path) -> Stage {
        for (path, bytes) in files(from) {
            self.write(&format!("{id}/{path}"), &bytes);
        }
        self
    }

    /// Puts a file of the book `demo` in, or replaces it.
    pub(crate) fn with(self, path: &str, text: impl AsRef<[u8]>) -> Stage {
        self.write(&format!("demo/{path}"), text.as_ref());
        self
    }

    /// Writes a file below the data folder.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.data().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The output folder, which the program makes.
    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("output")
    }

    /// Runs the program there, with no configuration from outside.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = program();
        let command = command.args(arguments).current_dir(self.folder.path());
        Ended::of(command.env("NO_COLOR", "1").output().unwrap())
    }

    /// Every file that was written, by its path, with its bytes.
    pub(crate) fn written(&self) -> Vec<(String, Vec<u8>)> {
        files(&self.out())
    }
}

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ended {
    /// How a command ended that prints text.
    pub(crate) fn of(output: Output) -> Ended {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ended {
            code: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// The end of a run that must have been fine.
    #[track_caller]
    pub(crate) fn fine(self) -> Ended {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self
    }

    /// The codes of the findings, in the order they were reported.
    pub(crate) fn codes(&self) -> Vec<&str> {
        let both = self.stdout.lines().chain(self.stderr.lines());
        both.filter_map(|line| line.split_once('[')?.1.split_once(']'))
            .map(|(code, _)| code)
            .filter(|code| {
                code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
            })
            .collect()
    }
}

/// The program, with a cache of the tests' own, which all of them share.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tongbao"));
    command.env("XDG_CACHE_HOME", CACHES);
    command
}

/// Where the tests have their caches.
pub(crate) const CACHES: &str = env!("CARGO_TARGET_TMPDIR");

/// A folder of the suite.
pub(crate) fn suite(path: &str) -> PathBuf {
    repository("tests/suite").join(path)
}

/// A path in the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder by its path with `/`, sorted; links are not followed.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let mut files: Vec<_> = walk
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap();
            (path.replace('\\', "/"), fs::read(entry.path()).unwrap())
        })
        .collect();
    files.sort();
    files
}
