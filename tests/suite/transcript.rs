//! Pages of the manual as transcripts: what they say that was typed is typed, and what they say that
//! was printed is held against what is printed.

use std::fs;

use crate::stage::{Stage, repository};

/// The fenced blocks of a text that begin with a command.
pub(crate) fn blocks(text: &str) -> Vec<String> {
    let fenced = text.split("\n```").skip(1).step_by(2);
    let inside = fenced.map(|block| block.split_once('\n').map_or("", |(_, rest)| rest));
    inside
        .filter(|block| block.starts_with("$ "))
        .map(|block| format!("{block}\n"))
        .collect()
}

/// The words of a command line, with quotes as a shell takes them.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut quote) = (vec![String::new()], None);
    for c in line.chars() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            (c, Some(_)) => words.last_mut().unwrap().push(c),
            ('"' | '\'', None) => quote = Some(c),
            (' ', None) => words.push(String::new()),
            (c, None) => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// Runs what a text says is typed, in order, and holds what it says is printed against what is.
/// Returns how many commands there were.
pub(crate) fn replay(stage: &Stage, text: &str) -> usize {
    let mut ran = 0;
    for block in blocks(text) {
        for part in block.strip_prefix("$ ").unwrap().split("\n$ ") {
            let (line, told) = part.split_once('\n').unwrap_or((part, ""));
            let typed = words(line);
            assert_eq!(typed[0], "tongbao", "{line}");
            let arguments: Vec<&str> = typed[1..].iter().map(String::as_str).collect();
            let run = stage.run(&arguments);
            assert_eq!(
                format!("{}{}", run.stdout, run.stderr).trim(),
                told.trim(),
                "{line}"
            );
            ran += 1;
        }
    }
    ran
}

/// The files that a page shows: a line with the path below `data`, then a fenced block.
pub(crate) fn shown(page: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(repository(page)).unwrap();
    let file = |part: &str| {
        let (path, rest) = part.split_once('`')?;
        let text = rest.strip_prefix("：\n\n```")?.split("```").next()?;
        Some((path.to_owned(), text.split_once('\n')?.1.to_owned()))
    };
    text.split("\n`data/").skip(1).filter_map(file).collect()
}
