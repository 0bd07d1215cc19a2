//! 公开的数会泄露不公开的数
//!
//! ## 为什么
//! 公布的数相加、相减，能算出不公布的数。例如：合计里只有一条不公开的记录；合计减去已公布的各部分；本月累计减上月累计，只剩一笔；两个指标相减；同比倒推上年同期；项目终止时合计少掉的数。生成公开版（`build --audience 公开`）时，把各指标、各范围、各月末和各期的数放在一起逐一推算，凡能推出一条记录的数，或者推出写明“不公开”的合计的，一律不写出，直到方案的“公开限制”写明怎样处理。
//!
//! 处理的办法：
//!
//! - 整类不单独列出，只进更大范围的合计：`{指标: 到位资金, 各类: [单位], 处理: 合并, 理由: 多数单位只有一两个项目}`；
//! - 逐个写明不公开，也不许由别的数推出：`{指标: 到位资金, 范围: [科技金融, 招商分局], 处理: 不公开, 理由: 只有一个项目}`；只藏一个可以由合计倒推，要同时再留下一个；
//! - 只有几个月这样的，写明期间：`期间: 2023-01-01 至 2023-03-31`。累计数以后月份减以前月份也能推算，期间要连到年底，或者连到有两条以上记录一起增加的那个月。
//!
//! 一个组里有数不公布时，这一组的名次也不公布，免得由前后名次估出来。内部版和领导版的合计、排位不受影响。没有计入推算的：读者自己另外知道的数，以及已发布的数修订前后的差。

use crate::check::context::Published;
use crate::check::{Reporter, Rule, rule};
use crate::figures::audience::disclosure::given_away;

pub(super) static RULE: Rule = rule!("hidden-value", Error, Published(check));

fn check(published: &Published, reporter: &mut Reporter) {
    for disclosure in given_away(published.basis, &published.days) {
        reporter.report(disclosure.place, disclosure.message).help(disclosure.help);
    }
}
