//! Text that reads otherwise than it is typed: it is looked at as if it were typed as it reads.

use crate::load::text::characters::{hidden, lone_return, look_alike, odd_spaces};
use crate::load::text::garbled::garbled;
use crate::load::text::phone::phone_numbers;
use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;

/// A text that is written by escapes or by names of characters.
#[derive(Clone, Debug)]
pub(crate) struct Decoded {
    /// The text as it reads.
    pub text: String,
    /// Where it is written.
    pub span: Span,
}

impl Decoded {
    /// Returns what would be wrong with the text if it were typed as it reads, at the place where
    /// it is written.
    pub(crate) fn faults(&self, is_yaml: bool) -> Vec<Fault> {
        let text = &self.text;
        let mut faults = Vec::from_iter(hidden(text, 0));
        faults.extend(lone_return(text));
        faults.extend(look_alike(text, 0));
        faults.extend(garbled(text));
        faults.extend(odd_spaces(text, is_yaml).into_iter().take(1));
        faults.extend(phone_numbers(text).into_iter().take(1));
        let here = |fault: Fault| {
            let help = format!("这里是用转义写的，读出来和直接写的一样：{}", fault.help);
            Fault { span: self.span, help, ..fault }
        };
        faults.into_iter().map(here).collect()
    }
}
