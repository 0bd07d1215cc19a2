//! 引用前后的话与引用的数不是一回事
//!
//! ## 为什么
//! 引用印的是这一期的数、写明的单位和指标；照上一段、上一期改的句子，前面的“县商务委”“截至5月底”“全市”忘了改，
//! 印出来的数就安在了别人、别的月份头上。引用带着单位，后面再写一个“亿元”就印两遍。
//! 只核对紧挨着引用、每个字都认得的话；列举几个单位的不核对。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! 截至5月底，全县到位资金{{ 到位资金 }}亿元。县商务委到位资金{{ 到位资金@县交通局 }}，全市正式合同额{{ 到位资金 }}。
//! ```
//! ```text
//! reference-words editions/2023-06.md:7:23 “亿元”：引用印出来已经带“亿元”
//! reference-words editions/2023-06.md:7:26 “县商务委到位资金”：引用的是县交通局的数
//! reference-words editions/2023-06.md:7:50 “全市正式合同额”：引用的是全县的数，不是全市的
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 截至5月底，全县到位资金{{ 到位资金 }}，完成率{{ 到位资金.完成率 }}。
//! ```
//! ```text
//! reference-words editions/2023-06.md:7:1 “截至5月底，全县到位资金”：引用的是2023-06的数
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 截至6月底，全县到位资金{{ 到位资金 }}，完成率{{ 到位资金.完成率 }}。县交通局和县商务委到位资金分别为{{ 到位资金@县交通局 }}、{{ 到位资金@县商务委 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::claims::against::misplaced;
use crate::claims::typed::of_narrative;
use crate::diagnostic::Place;
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("reference-words", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        let typed = of_narrative(&edition.record.narrative);
        for found in misplaced(&typed, book, &edition.record.card.period) {
            let message = format!("“{}”：{}", found.words, found.instead);
            reporter
                .report(Place::span(edition.file, found.span), message)
                .help("照引用的数改前后的话，或改引用")
                .about(found.words);
        }
    }
}
