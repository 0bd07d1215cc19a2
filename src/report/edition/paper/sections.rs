//! A narrative of which only a part is printed: what becomes of its headings.

use crate::model::edition::Passage;
use crate::report::edition::narrative::blocks;
use crate::report::edition::paper::numbering::without_number;
use crate::sheet::Sheet;
use crate::view::page::Block;

/// The blocks of what is printed of a narrative, without headings of which nothing is left; where one
/// goes, the others are counted anew.
pub(super) fn printed(
    sheet: &Sheet,
    narrative: &[Passage],
    is_printed: impl Fn(&Passage) -> bool,
) -> Vec<Block> {
    let kept = kept(narrative, is_printed);
    let is_whole = headings(&kept) == headings(narrative);
    let mut blocks = blocks(sheet, &kept);
    for block in &mut blocks {
        if let Block::Heading { text, .. } = block
            && !is_whole
        {
            *text = without_number(text).to_owned();
        }
    }
    blocks
}

fn headings(passages: &[Passage]) -> usize {
    passages.iter().filter(|passage| matches!(passage, Passage::Heading(..))).count()
}

/// The passages that are printed; a heading whose section had something, and has nothing now, is not.
fn kept(narrative: &[Passage], is_printed: impl Fn(&Passage) -> bool) -> Vec<Passage> {
    let printed: Vec<bool> = narrative.iter().map(is_printed).collect();
    let stays = |at: usize| match &narrative[at] {
        Passage::Heading(level, _) => {
            let deeper = |passage: &Passage| match passage {
                Passage::Heading(other, _) => other > level,
                _ => true,
            };
            let below = narrative[at + 1..].iter().take_while(|passage| deeper(passage));
            let mut contents = (at + 1..)
                .zip(below)
                .filter(|(_, passage)| !matches!(passage, Passage::Heading(..)));
            let mut is_empty = true;
            contents.any(|(at, _)| {
                is_empty = false;
                printed[at]
            }) || is_empty
        }
        _ => printed[at],
    };
    (0..narrative.len()).filter(|at| stays(*at)).map(|at| narrative[at].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::dictionary::written::Span;
    use crate::model::edition::Phrase;

    fn words(text: &str) -> Vec<Phrase> {
        vec![Phrase::Text(text.to_owned(), Span { start: 0, end: 0 })]
    }

    fn is_kept(passage: &Passage) -> bool {
        !matches!(passage, Passage::Paragraph(list) if *list == words("图表"))
    }

    #[test]
    fn a_heading_of_which_nothing_is_left_goes_and_an_empty_one_stays() {
        let heading = |level, text| Passage::Heading(level, words(text));
        let narrative = [
            heading(2, "一、总体"),
            Passage::Paragraph(words("甲")),
            heading(2, "二、节点"),
            heading(3, "（一）表"),
            Passage::Paragraph(words("图表")),
            heading(2, "三、排位"),
            heading(3, "（一）部门"),
            Passage::Paragraph(words("图表")),
            Passage::Paragraph(words("乙")),
            heading(2, "四、空"),
        ];
        let kept = kept(&narrative, is_kept);
        let at = |at: usize| narrative[at].clone();
        assert_eq!(kept, [at(0), at(1), at(5), at(6), at(8), at(9)]);
    }
}
