//! Books by their names, which stand in their cards.

use crate::load::read_yaml;
use crate::load::source::files::{Folder, LARGEST, Listed, ListedKind, Tree};
use crate::model::dictionary::Fields;
use crate::model::dictionary::written::Written;
use crate::model::record::registry::BookCard;

/// Returns the ids of the books with a name; of those whose name begins with the word, if no name is
/// the word itself.
pub fn book_called(folder: &Folder, word: &str) -> Vec<String> {
    let named = named(folder);
    let which = |is: &dyn Fn(&str) -> bool| -> Vec<String> {
        let found = named.iter().filter(|(_, name)| is(name));
        found.map(|(id, _)| id.clone()).collect()
    };
    let exact = which(&|name| name == word);
    if exact.is_empty() { which(&|name| name.starts_with(word)) } else { exact }
}

/// Returns all books with their names, for a message.
pub fn names(folder: &Folder) -> String {
    let named = named(folder).into_iter();
    named.map(|(id, name)| format!("{id}（{name}）")).collect::<Vec<_>>().join("、")
}

fn named(folder: &Folder) -> Vec<(String, String)> {
    let name = |listed: Listed| {
        let (id, file) = listed.path.split_once('/')?;
        let is_card = file == "book.yaml"
            && matches!(listed.kind, ListedKind::File(length) if length <= LARGEST);
        let bytes = if is_card { folder.read(&listed.path).ok()? } else { return None };
        Some((id.to_owned(), name_in(std::str::from_utf8(&bytes).ok()?)?))
    };
    folder.list().into_iter().filter_map(name).collect()
}

fn name_in(card: &str) -> Option<String> {
    let Some(Written::Map { entries, .. }) = read_yaml(card).0 else { return None };
    let key = Fields::<BookCard>::name.key.as_str();
    match entries.into_iter().find(|entry| entry.key == key)?.value {
        Written::Scalar { text, .. } => Some(text),
        _ => None,
    }
}
