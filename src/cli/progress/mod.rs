//! Shows at a terminal that long work moves, and says what it came to.

pub(super) mod counted;

use std::env;
use std::io::{IsTerminal, stderr};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::cli::console::{complain, print};
use crate::diagnostic::plain::plain;

/// Work that ends sooner shows nothing, so that nothing flickers.
const PATIENCE: Duration = Duration::from_millis(300);
/// How often the sign of life moves.
const BEAT: Duration = Duration::from_millis(100);

const STEP: &str = "{spinner} {wide_msg}";
const COUNTED_STEP: &str = "{spinner} {bar:24} {pos}/{len} {wide_msg}";

/// How far a command has come: a line on standard error, which is gone at the end.
///
/// There is none where nobody watches: in a file or a pipe, in continuous integration, and for who
/// wants no word but findings and errors.
#[derive(Debug)]
pub(super) struct Progress {
    line: Option<ProgressBar>,
    is_quiet: bool,
}

impl Progress {
    /// Begins the work with its first step.
    pub(super) fn begin(first: &str, is_quiet: bool) -> Progress {
        let is_watched =
            !is_quiet && stderr().is_terminal() && env::var_os("CI").is_none();
        let progress = Progress { line: is_watched.then(shown_later), is_quiet };
        progress.step(first);
        progress
    }

    /// Begins a step.
    pub(super) fn step(&self, name: &str) {
        if let Some(line) = &self.line {
            line.unset_length();
            begin(line, STEP, name);
        }
    }

    /// Begins a step of so many parts.
    pub(super) fn counted_step(&self, name: &str, parts: usize) {
        if let Some(line) = &self.line {
            line.set_length(parts as u64);
            begin(line, COUNTED_STEP, name);
        }
    }

    /// Ends a part of the step, on any thread.
    pub(super) fn advance(&self) {
        if let Some(line) = &self.line {
            line.inc(1);
        }
    }

    /// Prints something else, with the line out of its way.
    pub(super) fn aside<T>(&self, print: impl FnOnce() -> T) -> T {
        match &self.line {
            Some(line) => line.suspend(print),
            None => print(),
        }
    }

    /// Ends the work; returns how long it took, for who has watched it.
    pub(super) fn end(&self) -> Option<String> {
        let line = self.line.as_ref()?;
        if !line.is_finished() {
            line.finish_and_clear();
        }
        Some(format!("用时 {:.1} 秒", line.elapsed().as_secs_f64()))
    }

    /// Prints what the work came to, unless nobody wants to know.
    pub(super) fn say(&self, text: &str) -> Result<()> {
        if self.is_quiet { Ok(()) } else { print(&plain(text)) }
    }

    /// Says the same on standard error, where standard output is for something else.
    pub(super) fn note(&self, text: &str) {
        if !self.is_quiet {
            complain(text);
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

fn begin(line: &ProgressBar, style: &str, name: &str) {
    let style = ProgressStyle::with_template(style).expect("it is one of ours");
    line.set_style(style);
    line.set_position(0);
    line.set_message(name.to_owned());
}

/// Returns a line that shows itself if it is still there after a while.
fn shown_later() -> ProgressBar {
    let line = ProgressBar::hidden();
    let later = line.downgrade();
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        if let Some(line) = later.upgrade() {
            line.set_draw_target(ProgressDrawTarget::stderr());
            line.enable_steady_tick(BEAT);
        }
    });
    line
}
