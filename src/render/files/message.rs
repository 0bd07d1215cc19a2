//! `message.txt`: what goes to a group of colleagues.

use crate::render::files::Format;
use crate::view::site::{FileLink, Part};

pub(super) const FORMAT: Format = Format {
    kinds: &["message"],
    link: FileLink {
        name: "message.txt",
        title: "工作群消息（300字以内）",
        part: Part::Message,
    },
    make: |_, edition| Ok(format!("{}\n", *edition.message).into_bytes()),
    sources: None,
};
