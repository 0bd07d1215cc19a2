//! Lines of a text → paragraphs with their lines joined → sentences.

use crate::model::printed::text::Sentence;

/// Marks that end a sentence. A semicolon ends one too, which the next one continues.
const ENDS: [char; 6] = ['。', '！', '？', '；', ';', '\u{2028}'];
const SEMICOLONS: [char; 2] = ['；', ';'];
/// Marks after which a line is never the last of its paragraph.
const OPEN: [char; 8] = ['；', ';', '，', ',', '、', '：', ':', '（'];
/// What a line ends with where it may be an item of a list as well as the beginning of a sentence.
const AMOUNT: &str = "个家项次宗条件户批人元%％倍)）";
/// What goes on with an amount that the end of a line cuts.
const REST: [&str; 3] = ["的", "百分点", "人民币"];

/// How a line stands to the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// It begins a paragraph.
    Apart,
    /// It goes on with the same sentence.
    Same,
    /// Its form does not say: it goes on if the line before is full.
    Open,
}

/// A line of a file.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Number in the file, from 1.
    pub(super) number: usize,
    /// Its text, without what sets its form.
    pub(super) text: String,
    /// How it stands to the line before.
    pub(super) join: Join,
}

/// Returns the sentences of lines that no blank line separates; paragraphs are counted from
/// `paragraph` on.
pub(super) fn sentences(lines: &[Line], paragraph: usize) -> Vec<Sentence> {
    let widest = lines.iter().map(|line| width(&line.text)).max().unwrap_or_default();
    let mut sentences = Vec::new();
    let same = |line: &Line, next: &Line| match next.join {
        Join::Apart => false,
        Join::Same => true,
        Join::Open => runs_on(line, next, widest),
    };
    let mut paragraph = paragraph;
    for joined in lines.chunk_by(same) {
        let begins = joined.first().is_some_and(|line| line.join == Join::Apart);
        paragraph += usize::from(begins);
        sentences.extend(of_lines(joined, paragraph));
    }
    sentences
}

/// Returns whether the text of a line goes on in the next one.
fn runs_on(line: &Line, next: &Line, widest: usize) -> bool {
    let (text, next) = (line.text.trim_end(), next.text.trim_start());
    if text.ends_with(OPEN) || next.starts_with(OPEN) {
        return true;
    }
    let is_full = width(&line.text) * 5 >= widest * 4;
    let is_amount = text.ends_with(|mark| AMOUNT.contains(mark));
    let is_item = is_amount && !REST.iter().any(|rest| next.starts_with(rest));
    is_full && !is_item
}

/// Returns how wide a line is printed, in halves of a Chinese character.
fn width(text: &str) -> usize {
    text.trim_end().chars().map(|mark| if mark.is_ascii() { 1 } else { 2 }).sum()
}

/// Returns the sentences of lines that run on.
fn of_lines(lines: &[Line], paragraph: usize) -> Vec<Sentence> {
    let mut sentences = vec![Sentence { paragraph, ..Sentence::default() }];
    for line in lines {
        let mut is_first = true;
        for mark in line.text.trim().chars() {
            let Some(sentence) = sentences.last_mut() else { continue };
            if ENDS.contains(&mark) {
                let continues = SEMICOLONS.contains(&mark);
                sentences.push(Sentence { paragraph, continues, ..Sentence::default() });
                continue;
            }
            if sentence.text.is_empty() {
                sentence.line = line.number;
            } else if is_first {
                let words =
                    sentence.text.ends_with(|last: char| last.is_ascii_alphabetic())
                        && mark.is_ascii_alphabetic();
                sentence.text.push_str(if words { " " } else { "" });
                sentence.breaks.push((sentence.text.len(), line.number));
            }
            is_first = false;
            sentence.text.push(mark);
        }
    }
    sentences.retain(|sentence| !sentence.text.trim().is_empty());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[&str]) -> Vec<(usize, usize, String)> {
        let line = |(at, text): (usize, &&str)| Line {
            number: at + 1,
            text: (*text).to_owned(),
            join: Join::Open,
        };
        let lines: Vec<Line> = lines.iter().enumerate().map(line).collect();
        let sentences = sentences(&lines, 0).into_iter();
        sentences
            .map(|sentence| (sentence.line, sentence.paragraph, sentence.text))
            .collect()
    }

    #[test]
    fn a_line_that_is_full_runs_on_and_a_short_one_ends_its_sentence() {
        let wrapped = [
            "一、总体情况",
            "　　到位资金50.00亿元，完成年度目",
            "标80亿元的62.50%。同比增长5.2%。",
        ];
        let expected = [
            (1, 0, "一、总体情况".to_owned()),
            (2, 0, "到位资金50.00亿元，完成年度目标80亿元的62.50%".to_owned()),
            (3, 0, "同比增长5.2%".to_owned()),
        ];
        assert_eq!(texts(&wrapped), expected);
    }

    #[test]
    fn items_of_a_list_stay_apart_and_clauses_together() {
        assert_eq!(texts(&["甲县签约40个", "乙县签约14个"]).len(), 2);
        let clauses = texts(&["共签约54个，", "其中甲县40个；", "乙县14个"]);
        let texts: Vec<&str> = clauses.iter().map(|(.., text)| text.as_str()).collect();
        assert_eq!(texts, ["共签约54个，其中甲县40个", "乙县14个"]);
        assert!(clauses.iter().all(|(_, paragraph, _)| *paragraph == 0));
    }

    #[test]
    fn a_number_that_the_end_of_a_line_cuts_is_whole_again() {
        for (line, next) in
            [("到位50.", "00亿元"), ("到位50.00亿", "元。"), ("超5个", "百分点")]
        {
            let joined = texts(&[line, next]);
            assert_eq!(joined.len(), 1, "{joined:?}");
        }
    }

    #[test]
    fn a_place_in_a_joined_sentence_has_its_own_line() {
        let line =
            |number, text: &str| Line { number, text: text.into(), join: Join::Open };
        let lines = [line(3, "到位资金共计五十亿元，完"), line(4, "成六成，")];
        let sentence = &sentences(&lines, 0)[0];
        assert_eq!(sentence.line_at(0), 3);
        assert_eq!(sentence.line_at(sentence.text.find('成').unwrap()), 4);
    }
}
