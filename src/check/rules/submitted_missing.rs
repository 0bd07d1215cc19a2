//! 补记的旧事没有写哪天报来
//!
//! ## 为什么
//! 不写 `报送` 视为及时，只在计入它的各期都还没有发布时才成立。一期发布以后再补记这一期以前的事，不写 `报送` 就会改动已发布的数和说法：发布时没有它。只写了以后的 `认定` 也一样，要写明哪天报来。资金、合同、开工是这样，终止、评分、缺项、取消资格、上报数和核定数也是这样。
//!
//! ## 怎么办
//! 照实写 `报送`：报来的那天。它就从赶得上的那一期起计入，已发布的数不动。当时已经报来、是录入时漏了的，用 `tongbao revise --kind 更正` 公布。
//!
//! ## 例
//! 六月的通报发布时全县到位资金是 0.12 亿元，以后才补记三月的一笔：
//! ```json
//! # released/2023-06.json
//! {"schema": "tongbao-release/1", "book": "demo", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "commit": "0", "version": "0.1.0", "scores": [], "figures": [
//! {"id": "funds/all", "name": "到位资金", "scope_name": "全县", "unit": "亿元", "value": "0.12", "target": "10", "completion": "0.012", "level": "public"}]}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-03, 金额: 800万元, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//! ```
//! ```sums
//! # released/SHA256SUMS
//! 1fffdfe5b99d744c22df760f85bc72bd65811ac45f71a7a8031e2448c77ac7da  2023-06.json
//! ```
//! ```text
//! submitted-missing projects/2023/xm-1.yaml:3:6 2023年6月的数发布时没有这一笔，补记的要写明哪天报来
//! released-figure-moved released/2023-06.json 2023年6月已发布的“到位资金 · 全县”变了：完成数公布为0.12亿元，现在算出0.2亿元；完成率公布为1.20%，现在算出2.00%
//! ```
//!
//! ```json
//! # released/2023-06.json
//! {"schema": "tongbao-release/1", "book": "demo", "period": "2023-06", "issued": "2023-07-10", "sha256": "0", "commit": "0", "version": "0.1.0", "scores": [], "figures": [
//! {"id": "funds/all", "name": "到位资金", "scope_name": "全县", "unit": "亿元", "value": "0.12", "target": "10", "completion": "0.012", "level": "public"}]}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 到位资金:
//!   - {月份: 2023-03, 金额: 800万元, 报送: 2023-08-03, 凭证: [银行回单]}
//!   - {月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}
//! ```
//! ```sums
//! # released/SHA256SUMS
//! 1fffdfe5b99d744c22df760f85bc72bd65811ac45f71a7a8031e2448c77ac7da  2023-06.json
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::context::Context;
use crate::check::{Reporter, Rule, rule};
use crate::words::date;

/// The code of the finding that an old fact does not say when it became known.
pub const SUBMITTED_MISSING: &str = "submitted-missing";

pub(super) static RULE: Rule = rule!(SUBMITTED_MISSING, Error, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    let Some(moves) = context.moves() else { return };
    for hint in &moves.hints {
        let mut editions = moves.editions.iter().enumerate();
        let first = editions.find(|(at, _)| hint.editions.contains(at));
        let (Some((_, edition)), Some(place)) = (first, &hint.undated) else { continue };
        let period = date::period(&edition.release.record.period);
        let message = format!("{period}的数发布时没有这一笔，补记的要写明哪天报来");
        reporter.report(place.clone(), message).help(
            "写 报送: <报来的日期>，从赶得上的那一期起计入；当时已经报来、录入时漏了的，用 tongbao revise --kind 更正 公布",
        );
    }
}
