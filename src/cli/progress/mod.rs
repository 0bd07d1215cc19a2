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

/// How much a command says besides its results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Findings and errors alone.
    Quiet,
    /// What it came to, and at a terminal how far it has come.
    Usual,
    /// Each step as well.
    Verbose,
}

/// How far a command has come: a line on standard error, which is gone at the end.
///
/// There is none where nobody watches: in a file or a pipe, in continuous integration, and for who
/// wants no word but findings and errors.
#[derive(Debug)]
pub(super) struct Progress {
    line: Option<ProgressBar>,
    voice: Voice,
}

impl Progress {
    /// Begins the work with its first step.
    pub(super) fn begin(first: &str, voice: Voice) -> Progress {
        let is_watched = voice == Voice::Usual
            && stderr().is_terminal()
            && env::var_os("CI").is_none();
        let progress = Progress { line: is_watched.then(shown_later), voice };
        progress.step(first);
        progress
    }

    /// Begins a step.
    pub(super) fn step(&self, name: &str) {
        self.tell(name);
        if let Some(line) = &self.line {
            line.unset_length();
            begin(line, STEP, name);
        }
    }

    /// Begins a step of so many parts.
    pub(super) fn counted_step(&self, name: &str, parts: usize) {
        self.tell(&format!("{name}（{parts}）"));
        if let Some(line) = &self.line {
            line.set_length(parts as u64);
            begin(line, COUNTED_STEP, name);
        }
    }

    /// Tells a step to who wants to hear of each.
    fn tell(&self, step: &str) {
        if self.voice == Voice::Verbose {
            complain(&format!("{step}\n"));
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
        if self.voice == Voice::Quiet { Ok(()) } else { print(&plain(text)) }
    }

    /// Says the same on standard error, where standard output is for something else.
    pub(super) fn note(&self, text: &str) {
        if self.voice != Voice::Quiet {
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
