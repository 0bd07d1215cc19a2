//! The front matter of an edition file, and what stands below it.

/// Front matter and body, each with its offset in the file.
pub(crate) struct Parts<'a> {
    pub front: (usize, &'a str),
    pub body: (usize, &'a str),
}

/// Splits a file at its two `---` lines; `None` if it does not have them.
pub(crate) fn split(text: &str) -> Option<Parts<'_>> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut offset = start;
    let mut front = None;
    for line in text[start..].split_inclusive('\n') {
        let next = offset + line.len();
        match (line.trim_end() == "---", front) {
            (true, None) => front = Some(next),
            (true, Some(first)) => {
                let body = (next, &text[next..]);
                return Some(Parts { front: (first, &text[first..offset]), body });
            }
            (false, None) => return None,
            _ => {}
        }
        offset = next;
    }
    None
}
