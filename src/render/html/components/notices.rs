//! Marks that the reader must not miss, in a line that opens.

use crate::render::html::markup::Markup;
use crate::view::page::{Notice, NoticeKind};

/// Writes the state of a page in one line, which opens to what it means.
pub(crate) fn notices(notices: &[Notice], out: &mut Markup) {
    if notices.is_empty() {
        return;
    }
    out.push("<details class=\"status\"><summary>");
    let mut kinds: Vec<NoticeKind> = Vec::new();
    for notice in notices.iter().filter(|notice| notice.kind != NoticeKind::Newest) {
        if !kinds.contains(&notice.kind) {
            out.push_if(!kinds.is_empty(), " · ");
            out.push("<b class=\"").push(class(notice.kind)).push("\">");
            out.push(notice.kind.word()).push("</b>");
            kinds.push(notice.kind);
        }
    }
    out.push_if(!kinds.is_empty(), " ").push("<span>说明</span></summary>");
    sentences(notices, out);
    out.push("</details>");
}

/// The notices in whole sentences.
fn sentences(notices: &[Notice], out: &mut Markup) {
    for notice in notices {
        out.push("<p class=\"notice ").push(class(notice.kind)).push("\" role=\"note\">");
        out.text(&notice.text).push("</p>");
    }
}

fn class(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Supposed => "supposed",
        NoticeKind::Demo => "demo",
        NoticeKind::Draft => "draft",
        NoticeKind::Unreleased => "unreleased",
        NoticeKind::PlanDraft => "plan-draft",
        NoticeKind::Newest => "newest",
        NoticeKind::Revised => "revised",
        NoticeKind::Withdrawn => "withdrawn",
    }
}
