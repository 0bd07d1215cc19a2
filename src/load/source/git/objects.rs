//! The contents of a repository, read one at a time from one running `git cat-file`.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, bail};

use crate::load::source::git::command::Git;

/// The objects of a repository; the command that reads them starts with the first.
#[derive(Debug)]
pub(super) struct Objects {
    git: Git,
    reader: Mutex<Option<Reader>>,
}

/// A running `git cat-file --batch`.
#[derive(Debug)]
struct Reader {
    child: Child,
    asks: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Objects {
    /// The objects of a repository.
    pub(super) fn of(git: Git) -> Objects {
        Objects { git, reader: Mutex::new(None) }
    }

    /// Returns the bytes of an object.
    pub(super) fn read(&self, id: &str) -> Result<Vec<u8>> {
        let mut slot = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let mut reader = match slot.take() {
            Some(reader) => reader,
            None => Reader::start(&self.git)?,
        };
        let bytes = reader.read(id)?;
        match bytes {
            Some(_) => *slot = Some(reader),
            None => bail!(self.git.problem("missing")),
        }
        bytes.context("git 没有给出文件")
    }
}

impl Reader {
    fn start(git: &Git) -> Result<Reader> {
        // Nobody reads what it complains of, and a pipe that is full or closed would end it.
        let mut child = git.spawn(&["cat-file", "--batch"], Stdio::null())?;
        let asks = child.stdin.take().context("git 命令没有启动")?;
        let answers = child.stdout.take().context("git 命令没有启动")?;
        Ok(Reader { child, asks, answers: BufReader::new(answers) })
    }

    /// Returns the bytes of an object; `None` where it is not there.
    ///
    /// The answer is a line that ends in the size, the bytes, and a line end.
    fn read(&mut self, id: &str) -> Result<Option<Vec<u8>>> {
        const BROKEN: &str = "git 中途停了";
        self.asks.write_all(format!("{id}\n").as_bytes()).context(BROKEN)?;
        self.asks.flush().context(BROKEN)?;
        let mut head = String::new();
        self.answers.read_line(&mut head).context(BROKEN)?;
        let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse().ok());
        let Some(size) = size else { return Ok(None) };
        let mut bytes = vec![0; size];
        self.answers.read_exact(&mut bytes).context(BROKEN)?;
        self.answers.read_exact(&mut [0]).context(BROKEN)?;
        Ok(Some(bytes))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It only reads, so that nothing is lost.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
