//! The marks that a reader must not miss: demo data, drafts, and which edition a page shows.

use crate::model::book::Book;
use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::Level;
use crate::model::edition::state::State;
use crate::sheet::Sheet;
use crate::sheet::revised::{MARK, kinds};
use crate::view::page::{Notice, NoticeKind};
use crate::words::date::{day, period};

/// What is made from suppositions bears this word.
pub const SUPPOSED: &str = "推演";

/// For whom something is that not everybody gets, as is printed on each page; empty for the public.
pub fn audience_mark(level: Level) -> &'static str {
    match level {
        Level::Public => "",
        Level::Internal => "内部资料",
        Level::Leader => "领导参阅",
    }
}

/// What lies across each page of what is made from a supposed book; nothing otherwise.
pub fn watermark(book: &Book) -> &'static str {
    if book.is_supposed { SUPPOSED } else { "" }
}

/// The marks of a sheet: suppositions, demo data, an edition without a file or not released, plans that are
/// drafts.
pub fn notices(sheet: &Sheet) -> Vec<Notice> {
    let supposed = sheet.book().is_supposed.then(|| Notice {
        kind: NoticeKind::Supposed,
        text: "推演：数是按假设的目标、项目或资金算的，不是实际结果，不得作为通报使用。"
            .to_owned(),
    });
    let demo = sheet.is_demo.then(|| Notice {
        kind: NoticeKind::Demo,
        text:
            "演示数据：本页的项目、资金和活动记录有虚构内容，只作演示，不是实际工作成绩。"
                .to_owned(),
    });
    let draft = sheet.edition.is_none().then(|| Notice {
        kind: NoticeKind::Draft,
        text: format!(
            "草稿：{}的通报还没有编写，数据随时会变。",
            period(&sheet.figures.period)
        ),
    });
    let plans = sheet.plans().filter_map(|plan| {
        let state = plan.draft.as_ref()?;
        let text = format!(
            "{state}：《{}》为{state}，据此算出的进度和名次都是试算。",
            plan.name
        );
        Some(Notice { kind: NoticeKind::PlanDraft, text })
    });
    let state = draft.or_else(|| unreleased(sheet));
    (supposed.into_iter())
        .chain(demo)
        .chain(state)
        .chain(plans)
        .chain(revised(sheet))
        .chain(withdrawn(sheet))
        .collect()
}

/// An edition that is still to be released: readers take what is issued for final.
fn unreleased(sheet: &Sheet) -> Option<Notice> {
    let state = sheet.state();
    (state == State::ForReview).then(|| Notice {
        kind: NoticeKind::Unreleased,
        text: format!(
            "{}：{}的通报尚未发布，数随数据更正而变。",
            state.word(),
            period(&sheet.figures.period)
        ),
    })
}

/// What was changed after the release, and what the mark behind changed numbers means.
fn revised(sheet: &Sheet) -> Option<Notice> {
    let changes = sheet.book().disclosed(&sheet.figures.period);
    if changes.is_empty() {
        return None;
    }
    let has = |test: &dyn Fn(&FigureId) -> bool| {
        changes.iter().flat_map(|change| &change.figures).any(|one| test(&one.figure))
    };
    let is_marked = has(&|figure| matches!(figure, FigureId::Indicator(..)));
    let is_scored = has(&|figure| matches!(figure, FigureId::Score(..)));
    let is_said = changes.iter().any(|change| !change.sentences.is_empty());
    let what = [
        is_marked.then(|| format!("带“{MARK}”的数")),
        is_scored.then(|| "一些得分".to_owned()),
        is_said.then(|| "一些文字".to_owned()),
    ];
    let what = what.into_iter().flatten().collect::<Vec<String>>().join("、");
    let kinds = kinds(changes);
    let text = format!(
        "有{kinds}：{what}在发布后改过，原来的、改后的、原因和日期见附件“{kinds}情况”。"
    );
    Some(Notice { kind: NoticeKind::Revised, text })
}

/// That the public had numbers that are not there any more.
fn withdrawn(sheet: &Sheet) -> Option<Notice> {
    let withdrawals = sheet.book().withdrawals(&sheet.figures.period);
    let is_public = sheet.basis.audience.level == Level::Public;
    (is_public && !withdrawals.is_empty()).then(|| Notice {
        kind: NoticeKind::Withdrawn,
        text:
            "有撤回：注明“已撤回”的数曾经公布，后来收回，原因和日期见“发布、更正和修订”一页。"
                .to_owned(),
    })
}

/// The marks of a page that shows the newest edition, which it names.
pub fn newest_notices(sheet: &Sheet) -> Vec<Notice> {
    let name = period(&sheet.figures.period);
    let text = match sheet.last_cutoff.map(day) {
        Some(cutoff) => format!("本页按最新一期（{name}）列示，报送截至{cutoff}。"),
        None => format!("本页按最新一期（{name}）列示。"),
    };
    let mut marks = vec![Notice { kind: NoticeKind::Newest, text }];
    marks.extend(notices(sheet));
    let book = sheet.book();
    let is_own = !book.disclosed(&sheet.figures.period).is_empty();
    let changes = book.revisions.iter().flat_map(|file| &file.record.changes);
    let mut figures = changes.flat_map(|change| &change.figures);
    let is_marked = |id: &FigureId| matches!(id, FigureId::Indicator(..));
    let earlier = !is_own && figures.any(|changed| is_marked(&changed.figure));
    marks.extend(earlier.then(|| Notice {
        kind: NoticeKind::Revised,
        text: format!("以前各期里带“{MARK}”的数在发布后改过，见“发布、更正和修订”一页。"),
    }));
    marks
}
