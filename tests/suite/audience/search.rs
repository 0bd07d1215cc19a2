//! Searches every byte of an output for what an audience may not see.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tongbao::load::archive;

use crate::audience::canaries::Canary;
use crate::audience::pdf;
use crate::stage::files;

/// The files of an output: each with its name and all that is packed inside it.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// The kinds of files in which everything can be read as it stands.
const PLAIN: &[&str] =
    &["html", "css", "js", "json", "csv", "svg", "png", "txt", "gitignore"];

/// Reads an output folder.
pub(super) fn searchable(out: &Path) -> Files {
    let unpacked = |(path, bytes): (String, Vec<u8>)| {
        let mut all = path.clone().into_bytes();
        all.push(b'\n');
        all.extend_from_slice(&bytes);
        match path.rsplit('.').next().unwrap() {
            "pdf" => all.extend(pdf::unpacked(&bytes)),
            "xlsx" | "docx" | "zip" => {
                let inside = archive::files(&bytes, 1 << 28).unwrap();
                inside.into_iter().for_each(|(_, bytes)| all.extend(bytes));
            }
            kind => {
                let is_own = path.split('/').any(|part| part == ".tongbao");
                assert!(is_own || PLAIN.contains(&kind), "nothing opens {path}");
            }
        }
        (path, all)
    };
    files(out).into_iter().map(unpacked).collect()
}

/// A canary that was found, and in which file.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) path: &'a str,
    pub(super) canary: &'a Canary,
}

/// The canaries that stand in an output; all are looked for in one go through its bytes.
pub(super) fn found<'a>(output: &'a Files, canaries: &'a [Canary]) -> Vec<Found<'a>> {
    let mut forms: BTreeMap<&[u8], Vec<&Canary>> = BTreeMap::new();
    for canary in canaries {
        for form in &canary.forms {
            forms.entry(form.as_bytes()).or_default().push(canary);
        }
    }
    let lengths: BTreeSet<usize> = forms.keys().map(|form| form.len()).collect();
    let mut starts = vec![false; 1 << 16];
    forms.keys().for_each(|form| starts[usize::from(start(form))] = true);
    let mut found = Vec::new();
    for (path, bytes) in output {
        let mut own: BTreeSet<&[u8]> = BTreeSet::new();
        for (at, pair) in bytes.windows(2).enumerate() {
            if starts[usize::from(start(pair))] {
                let parts =
                    lengths.iter().filter_map(|length| bytes.get(at..at + length));
                own.extend(parts.filter(|part| forms.contains_key(part)));
            }
        }
        let canaries = own.into_iter().flat_map(|form| &forms[form]);
        found.extend(canaries.map(|canary| Found { path, canary }));
    }
    found
}

fn start(form: &[u8]) -> u16 {
    u16::from_be_bytes([form[0], form[1]])
}
