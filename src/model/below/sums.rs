//! `below/SHA256SUMS`: the digests of the files of books below, as each book's own file has them, with
//! the folder of the book before the name: `sha256sum -c` checks them.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;
use crate::model::edition::release::sums::{Line, Sums, WITHDRAWN, broken, each_line};

/// Path of the file in a book's folder.
pub const BELOW_SUMS: &str = "below/SHA256SUMS";

/// The lines of the file, by book.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BelowSums(pub BTreeMap<String, Sums>);

impl BelowSums {
    /// Reads the text of the file; the error says which line is none of it.
    pub fn read(text: &str) -> Result<BelowSums, Fault> {
        let mut sums = BelowSums::default();
        each_line(text, |line, span| sums.take(line, span))
            .map_err(|span| broken(span, BELOW_SUMS, "below-file-edited"))?;
        Ok(sums)
    }

    fn take(&mut self, line: &str, span: Span) -> Option<()> {
        let (head, rest) = match line.strip_prefix("# ") {
            Some(rest) => ("# ", rest),
            None => line.split_at_checked(line.find("  ")? + 2)?,
        };
        let (book, rest) = rest.split_once('/')?;
        let sums = self.0.entry(book.to_owned()).or_default();
        sums.take(&format!("{head}{rest}"), span)
    }
}

impl Display for BelowSums {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        for (book, sums) in &self.0 {
            for line in &sums.files {
                writeln!(out, "{}  {book}/{}.json", line.content, line.period)?;
            }
            for line in &sums.withdrawn {
                let Line { content, period, .. } = line;
                writeln!(out, "{content}  {book}/{period}{WITHDRAWN}")?;
            }
            for line in &sums.revisions {
                writeln!(
                    out,
                    "# {book}/revisions/{}.yaml {}",
                    line.period, line.content
                )?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_read_as_they_are_written() {
        let digest = "0123456789abcdef".repeat(4);
        let text = format!(
            "{digest}  cangxi/2025-05.json\n{digest}  cangxi/2025-06.json\n\
             {digest}  cangxi/2025-07.withdrawn.json\n\
             # cangxi/revisions/2025-05.yaml 1\n{digest}  jiange/2025-06.json\n"
        );
        assert_eq!(BelowSums::read(&text).unwrap().to_string(), text);
        for line in ["<<<<", "0  cangxi/2025-06.json", &format!("{digest}  2025-06.json")]
        {
            assert!(BelowSums::read(line).is_err(), "{line}");
        }
    }
}
