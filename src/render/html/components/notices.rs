//! Marks that the reader must not miss.

use crate::render::html::markup::Markup;
use crate::view::page::{Notice, NoticeKind};

/// Writes notices, one after the other.
pub(crate) fn notices(notices: &[Notice], out: &mut Markup) {
    for notice in notices {
        out.push("<p class=\"notice ").push(class(notice.kind)).push("\" role=\"note\">");
        out.text(&notice.text).push("</p>");
    }
}

fn class(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Demo => "demo",
        NoticeKind::Draft => "draft",
        NoticeKind::Unreleased => "unreleased",
        NoticeKind::PlanDraft => "plan-draft",
        NoticeKind::Newest => "newest",
        NoticeKind::Revised => "revised",
        NoticeKind::Withdrawn => "withdrawn",
    }
}
