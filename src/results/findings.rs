//! Findings about releases: figures that moved without a revision, and records that do not fit a release.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::figures::Basis;
use crate::model::book::current::Moved;
use crate::model::book::current::moved;
use crate::model::book::{Book, Filed, stem};
use crate::model::dictionary::route;
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;
use crate::results::release::computed;
use crate::sheet::revised::moved_in_words;
use crate::words::date;

/// The code of a figure of a released edition that comes out otherwise.
pub const MOVED: &str = "released-figure-moved";

/// The code of an edition that was released and has no file any more.
const GONE: &str = "released-edition-gone";

/// The code of a revision of what was never released.
const WITHOUT_RELEASE: &str = "revision-without-release";

/// The code of a revision that does not fit what was released.
const BROKEN_REVISION: &str = "broken-revision";

/// Whether findings of a code say that the data does not agree with what was released.
pub fn is_about_release(code: &str) -> bool {
    [MOVED, GONE, WITHOUT_RELEASE, BROKEN_REVISION].contains(&code)
}

/// The released editions of a book whose figures come out otherwise.
pub fn moved_editions(book: &Book) -> Vec<(&Filed<Release>, Vec<Moved>)> {
    let until = book.counted_until().filter(|_| !book.releases.is_empty());
    let Some(until) = until else { return Vec::new() };
    let basis = Basis::of(book, until);
    let of = |release| (release, moved_of(&basis, release));
    let editions = book.releases.iter().map(of);
    editions.filter(|(_, moved)| !moved.is_empty()).collect()
}

fn moved_of(basis: &Basis, release: &Filed<Release>) -> Vec<Moved> {
    let period = &release.record.period;
    moved(basis.book, period, &computed(basis, period))
}

/// Released figures that an audience got, and that it would not get any more.
pub fn withdrawn(basis: &Basis) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for release in &basis.audience.book.releases {
        let period = &release.record.period;
        let moved = moved(basis.audience.book, period, &computed(basis, period));
        for one in moved.iter().filter(|one| one.is_lost()) {
            let message = format!(
                "{}的{}版已经发布“{}”（{}），现在却不再公布",
                date::period(period),
                basis.audience.level.label(),
                one.figure.title(),
                one.figure.id,
            );
            let place = Place::whole(release.file);
            let mut found = Diagnostic::new(
                "released-figure-withdrawn",
                Severity::Error,
                place,
                message,
            );
            found
                .about(&one.figure.id)
                .help("公布过的数收不回来；“公开限制”用“期间”写明从以后哪一期起不公布");
            findings.push(found);
        }
    }
    findings
}

/// Everything that is wrong about the releases of a book.
pub fn release_findings(book: &Book) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> =
        book.releases.iter().flat_map(|one| misfit(book, one)).collect();
    findings.extend(book.revisions.iter().flat_map(|file| stray(book, file)));
    for (release, moved) in moved_editions(book) {
        findings.extend(moved.iter().map(|one| finding(book, release, one)));
    }
    findings
}

fn finding(book: &Book, release: &Filed<Release>, moved: &Moved) -> Diagnostic {
    let when = date::period(&release.record.period);
    let title = moved.figure.title();
    let message = if moved.gone {
        format!("{when}已发布的“{title}”（{}）现在没有了", moved.figure.id)
    } else {
        let words = ("公布为", "现在算出");
        let parts = moved_in_words(book, &moved.figure, &moved.parts, words);
        format!("{when}已发布的“{title}”变了：{parts}")
    };
    let place = Place::whole(release.file);
    let mut found = Diagnostic::new(MOVED, Severity::Error, place, message);
    found.about(&moved.figure.id).help(
        "改错了就改回去；确要更正，用 tongbao revise --reason <原因> --date <日期> 公布修订",
    );
    found
}

/// A released file that does not stand under its period, or has lost its edition.
fn misfit(book: &Book, release: &Filed<Release>) -> Option<Diagnostic> {
    let period = &release.record.period;
    let place = Place::whole(release.file);
    if release.path != format!("released/{period}.json") {
        let message = format!("存档里写的期是 {period}，与文件名不同");
        let mut found =
            Diagnostic::new("broken-release", Severity::Error, place, message);
        found.help("存档由程序写，不要改名；用 git 取回发布时提交的那一份");
        return Some(found);
    }
    if book.edition(period).is_some() || book.lacks(&format!("editions/{period}.md")) {
        return None;
    }
    let message =
        format!("{}已经发布，editions/{period}.md 却没有了", date::period(period));
    let mut found = Diagnostic::new(GONE, Severity::Error, place, message);
    found.help("已发布的通报要一直保留；用 git 取回这个文件");
    Some(found)
}

/// Revisions of what was never released, or that do not follow from what stood before them.
fn stray(book: &Book, file: &Filed<RevisionFile>) -> Vec<Diagnostic> {
    let place = || Place::whole(file.file);
    let stem = stem(&file.path);
    let release = book.releases.iter().find(|one| one.record.period.to_string() == stem);
    let Some(release) = release else {
        if book.lacks(&format!("released/{stem}.json")) {
            return Vec::new();
        }
        let message = format!("{stem} 没有发布过，不会有修订");
        let mut found =
            Diagnostic::new(WITHOUT_RELEASE, Severity::Error, place(), message);
        found.help("删去这个文件；没有发布的数直接改数据就行");
        return vec![found];
    };
    let mut current = release.record.figures.clone();
    let mut findings = Vec::new();
    for (at, revision) in file.record.revisions.iter().enumerate() {
        let figure = current.iter_mut().find(|one| one.id == revision.figure);
        let Some(figure) = figure.filter(|figure| {
            figure.parts.get(revision.part.id()) == revision.old.as_ref()
        }) else {
            let route = route!(RevisionFile.revisions[at].old);
            let message =
                format!("“{}”的{}修订前不是这个数", revision.name, revision.part.label());
            let place = Place::value(file.file, route);
            let mut found =
                Diagnostic::new(BROKEN_REVISION, Severity::Error, place, message);
            found.help("修订由 tongbao revise 写，不要手改；用 git 取回原来的文件");
            findings.push(found);
            continue;
        };
        match &revision.new {
            Some(new) => figure.parts.insert(revision.part.id().to_owned(), new.clone()),
            None => figure.parts.remove(revision.part.id()),
        };
    }
    findings
}
