//! The files of a new book and of its project, from the answers.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::cli::commands::init::answers::Answers;
use crate::load::dictionary::offered::Offered;
use crate::load::dictionary::schema::schema;
use crate::load::slots::kinds;
use crate::model::edition::Genre;
use crate::model::value::date::Days;
use crate::words::date;

/// Files by path.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Files of the project that say the same for every book.
const OF_PROJECT: &[(&str, &str)] = &[
    ("data/README.md", include_str!("../../../../data/README.md")),
    ("data/manual/cookbook.md", include_str!("../../../../data/manual/cookbook.md")),
    ("data/manual/excel.md", include_str!("../../../../data/manual/excel.md")),
    ("data/manual/guide.md", include_str!("../../../../data/manual/guide.md")),
    (".editorconfig", include_str!("project/editorconfig")),
    (".gitattributes", include_str!("project/gitattributes")),
    (".gitignore", include_str!("project/gitignore")),
    (".vscode/extensions.json", include_str!("project/extensions.json")),
    (".vscode/settings.json", include_str!("project/settings.json")),
    (".recipes/README.md", include_str!("../../../../.recipes/README.md")),
    (".recipes/data.yml", include_str!("../../../../.recipes/data.yml")),
    (".recipes/pre-receive", include_str!("../../../../.recipes/pre-receive")),
    (".recipes/post-receive", include_str!("../../../../.recipes/post-receive")),
];

/// Returns the files of a project that are the same for every book, by their paths in it.
pub(super) fn of_project() -> Files {
    let fixed =
        OF_PROJECT.iter().map(|(path, text)| ((*path).to_owned(), text.to_string()));
    let schemas = kinds().map(|kind| {
        (format!("data/schema/{}.json", kind.id), schema(kind, &Offered::default()))
    });
    fixed.chain(schemas).map(|(path, text)| (path, text.into_bytes())).collect()
}

/// Returns the files of a book, by their paths in the data.
pub(super) fn of_book(answers: &Answers, id: &str) -> Files {
    let plan = format!("{id}-{}", year(answers));
    let words = words(answers, &plan);
    let files = [
        ("book.yaml".to_owned(), include_str!("book/book.yaml")),
        ("units.yaml".to_owned(), include_str!("book/units.yaml")),
        (format!("plans/{plan}.yaml"), include_str!("book/plan.yaml")),
        (format!("editions/{}.md", answers.first), include_str!("book/edition.md")),
    ];
    files
        .into_iter()
        .map(|(path, text)| (format!("{id}/{path}"), filled(text, &words).into_bytes()))
        .collect()
}

/// Puts words into the places that a text leaves for them. What is put in is not looked at again.
fn filled(text: &str, words: &BTreeMap<&str, String>) -> String {
    let mut parts = text.split("<<");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(">>").unwrap_or((part, ""));
        filled.push_str(words.get(name).map_or("", String::as_str));
        filled.push_str(rest);
    }
    filled
}

fn year(answers: &Answers) -> String {
    answers.first.end().year().to_string()
}

/// Returns what stands in each place.
fn words(answers: &Answers, plan: &str) -> BTreeMap<&'static str, String> {
    let days = answers.first.days();
    let whole_year = days.start.with_ordinal(1).unwrap_or(days.start);
    let until_now = Days { start: whole_year, end: days.end };
    let kind = answers.form.genre();
    let document = kind.label().to_owned();
    let is_upward = kind.is_upward();
    BTreeMap::from([
        ("name", answers.name.clone()),
        ("whole", answers.whole()),
        ("mark", mark(answers)),
        ("plan", plan.to_owned()),
        ("paper", paper(answers)),
        ("year", year(answers)),
        ("from", days.start.to_string()),
        ("leaders", if is_upward { leader(answers) } else { String::new() }),
        ("units", units(answers)),
        ("goal", goal(answers)),
        ("rows", rows(answers)),
        ("period", answers.first.to_string()),
        ("genre", genre(answers)),
        ("span", date::span(&until_now)),
        ("until", date::until(days.end, false)),
        ("document", document),
    ])
}

fn paper(answers: &Answers) -> String {
    let declared = answers.form.declared();
    declared.map(|form| format!("公文: {{样式: {}}}\n", form.label())).unwrap_or_default()
}

/// The mark at the head: a document that goes to a superior organ bears its issuer's name.
fn mark(answers: &Answers) -> String {
    match answers.form.genre() {
        form if form.is_upward() => {
            format!("{}招商引资工作领导小组办公室文件", answers.name)
        }
        // A letter bears the whole name of its issuer.
        _ if answers.form.declared().is_some() => {
            format!("{}招商引资工作领导小组办公室", answers.name)
        }
        form => format!("{}招商引资工作{}", answers.name, form.label()),
    }
}

fn leader_name(answers: &Answers) -> String {
    format!("{}领导甲", answers.level())
}

fn leader(answers: &Answers) -> String {
    format!("领导:\n  - {{编号: leader-1, 名称: {}}}\n", leader_name(answers))
}

fn genre(answers: &Answers) -> String {
    match answers.form.genre() {
        Genre::Bulletin => String::new(),
        form if form.is_upward() => {
            format!("文种: {}\n签发人: {}\n", form.label(), leader_name(answers))
        }
        form => format!("文种: {}\n", form.label()),
    }
}

fn units(answers: &Answers) -> String {
    let lines = answers.units_with_ids().into_iter().map(|(id, unit)| {
        format!("  - {{编号: {id}, 名称: {}, 分组: 责任单位}}", unit.name)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn goal(answers: &Answers) -> String {
    let Some(goal) = &answers.goal else { return String::new() };
    let whole = answers.whole();
    format!(
        "目标:\n  - {{编号: year, 指标: 到位资金, 范围: {whole}, 值: {goal}, 依据: 一}}\n\n"
    )
}

fn rows(answers: &Answers) -> String {
    let lines = answers.units.0.iter().map(|unit| {
        let goal = unit.goal.as_deref().unwrap_or_default();
        format!("      - 单位: {}\n        目标:\n          到位资金: {goal}", unit.name)
            .trim_end()
            .to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_not_looked_at_again() {
        let words = BTreeMap::from([("a", "<<b>>".to_owned()), ("b", "乙".to_owned())]);
        assert_eq!(filled("甲<<a>>丙<<b>>", &words), "甲<<b>>丙乙");
    }
}
