//! `policy.html`: how corrections and revisions of what was published are treated.

use crate::report::edition::notices::notices;
use crate::report::pages::blocks::{heading, list, paragraph};
use crate::report::paths::{INDEX, POLICY, REVISIONS};
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, NoticeKind, Page};

/// The parts of the policy, each with its heading and its sentences.
const PARTS: [(&str, &str, &[&str]); 5] = [
    (
        "frozen",
        "发布以后",
        &[
            "一期通报一经印发，数就定下来：存档写进账本，不再改动，任何人可以下载核对。",
            "以后才知道的事，从赶得上截止日的那一期起计入，不改已发布的数；这是正常的补报，不是更正，也不是修订。",
        ],
    ),
    (
        "correction",
        "更正：公布时就错了",
        &[
            "录错的金额、算错的得分、说错了的一句话，查实以后改对，公布更正：原来的、改后的、原因和日期。",
            "更正不分大小，都公布；不等下一期，查实就公布。",
        ],
    ),
    (
        "revision",
        "修订：以后知道了新的情况",
        &[
            "公布时没有错，以后上级核定、重新认定、口径经批准调整，因此要改已发布的数的，公布修订，同样写明原来的、改后的、原因和日期。",
        ],
    ),
    (
        "shown",
        "读者在哪里看到",
        &[
            "那一期的网页印改后的数，加“*”，附更正或修订情况表；发布时的数在存档里。",
            "公布以后的下一期通报用一句话说明更正了哪一期、改了什么、为什么。",
            "各期发布的数和以后的变动，逐期列在“各期数的变迁”。",
        ],
    ),
    (
        "withdrawn",
        "撤回和撤销",
        &[
            "公开版不该有的数，可以撤回：网页和公开的存档里不再有，注明已撤回、原因和日期。",
            "定了稿、还没有发出去就发现不对的一期，可以撤销发布：原来的存档连同原因和日期留着，重新发布时逐个比较。已经发出去的，只能更正或修订。",
        ],
    ),
];

/// The page; `None` before the first release.
pub fn policy(newest: &Sheet) -> Option<Page> {
    let book = newest.book();
    if book.releases.is_empty() {
        return None;
    }
    let mut blocks = vec![paragraph(
        "通报的数供考核、决策和公众使用。改动已经公布的数，按下面的办法办。",
    )];
    for (id, title, sentences) in PARTS {
        blocks.push(heading(1, id, title));
        blocks.push(list(sentences.iter().copied()));
    }
    let done = Link::new("已经公布的更正和修订", REVISIONS);
    blocks.push(Block::Paragraph { inlines: vec![Inline::Link { link: done }] });
    let mut notices = notices(newest);
    notices.retain(|notice| notice.kind == NoticeKind::Demo);
    Some(Page {
        path: POLICY.to_owned(),
        root: String::new(),
        title: "更正和修订办法".to_owned(),
        subtitle: book.card.record.name.clone(),
        crumbs: vec![Link::new(&book.card.record.name, INDEX)],
        notices,
        blocks,
        ..Page::default()
    })
}
