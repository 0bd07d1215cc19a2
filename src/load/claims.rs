//! A file of published bulletins with the values they print, as `verify --claims` reads it.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::load::read_yaml;
use crate::model::dictionary::written::{Entry, Written};
use crate::model::printed::claim::{Claim, ClaimedBulletin, GivenNumber};
use crate::model::value::number::is_plain;

/// Reads the file; only the numbers and the printed values of a bulletin matter.
pub fn read_claims(path: &Path) -> Result<Vec<ClaimedBulletin>> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("读不出“{}”", path.display()))?;
    let (written, faults) = read_yaml(&text);
    // Words such as `true` are traps where clerks write; this file is written by programs.
    if let Some(fault) = faults.iter().find(|fault| fault.code != "yaml-trap") {
        let line = text[..fault.span.start as usize].matches('\n').count() + 1;
        bail!("“{}”第{line}行：{}；{}", path.display(), fault.problem, fault.help);
    }
    let bulletins = written.as_ref().and_then(|whole| items(field(whole, "bulletins")?));
    let Some(bulletins) = bulletins else {
        bail!("“{}”里没有 bulletins 列表", path.display());
    };
    bulletins
        .iter()
        .enumerate()
        .map(|(at, written)| {
            bulletin(written).with_context(|| {
                format!("“{}”里第{}份通报写得不对", path.display(), at + 1)
            })
        })
        .collect()
}

fn bulletin(written: &Written) -> Result<ClaimedBulletin> {
    let id = text(written, "id").context("没有 id")?.to_owned();
    let numbers = match field(written, "raw") {
        None => Default::default(),
        Some(raw) => entries(raw)
            .context("raw 应是若干“键: 值”")?
            .iter()
            .map(number)
            .collect::<Result<_>>()?,
    };
    let printed = field(written, "printed").and_then(items).unwrap_or_default();
    let claims = printed.iter().map(claim).collect::<Result<_>>()?;
    Ok(ClaimedBulletin { id, numbers, claims })
}

fn number(entry: &Entry) -> Result<(String, GivenNumber)> {
    let digits =
        text(&entry.value, "v").with_context(|| format!("“{}”没有 v", entry.key))?;
    let value = (digits.parse().ok().filter(|number| is_plain(*number)))
        .with_context(|| format!("“{}”的“{digits}”不是数，或者太长", entry.key))?;
    let rounded = text(&entry.value, "kind") == Some("m");
    Ok((entry.key.clone(), GivenNumber { value, rounded }))
}

fn claim(written: &Written) -> Result<Claim> {
    let part = |key: &str| text(written, key).map(str::to_owned);
    Ok(Claim {
        label: part("label").unwrap_or_default(),
        expression: part("expr").context("有一个值没有 expr")?,
        printed: part("printed").context("有一个值没有 printed")?,
        known: part("verdict"),
    })
}

fn entries(written: &Written) -> Option<&[Entry]> {
    match written {
        Written::Map { entries, .. } => Some(entries),
        _ => None,
    }
}

fn items(written: &Written) -> Option<&[Written]> {
    match written {
        Written::List { items, .. } => Some(items),
        _ => None,
    }
}

fn field<'a>(written: &'a Written, key: &str) -> Option<&'a Written> {
    entries(written)?.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

fn text<'a>(written: &'a Written, key: &str) -> Option<&'a str> {
    match field(written, key)? {
        Written::Scalar { text, .. } => Some(text),
        _ => None,
    }
}
