//! The pieces of a line that wide gaps set apart.

/// Fewest spaces between two cells.
const GAP: usize = 2;

/// A piece of a line, and the characters that it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Piece {
    /// Returns its words as pieces of their own.
    pub(super) fn words(&self) -> Vec<Piece> {
        let mut words: Vec<Piece> = Vec::new();
        let mut is_apart = true;
        for (at, mark) in self.text.chars().enumerate() {
            let place = self.start + at;
            match words.last_mut().filter(|_| !is_apart && mark != ' ') {
                Some(word) => {
                    word.text.push(mark);
                    word.end = place + 1;
                }
                None if mark == ' ' => {}
                None => words.push(Piece {
                    text: mark.to_string(),
                    start: place,
                    end: place + 1,
                }),
            }
            is_apart = mark == ' ';
        }
        words
    }

    /// Returns whether it holds a number.
    pub(super) fn has_digit(&self) -> bool {
        self.text
            .contains(|mark: char| mark.is_ascii_digit() || ('０'..='９').contains(&mark))
    }

    /// Returns whether it is a number, or says that there is none.
    pub(super) fn is_number(&self) -> bool {
        let begins = |mark: char| {
            mark.is_ascii_digit() || "-+—超欠０１２３４５６７８９".contains(mark)
        };
        self.text.starts_with(begins) && (self.has_digit() || self.text == "—")
    }
}

/// Returns the pieces of a line. Between two numbers, any space is a gap.
pub(super) fn pieces(line: &str) -> Vec<Piece> {
    let apart = |piece: Piece| {
        let words = piece.words();
        if words.iter().all(Piece::is_number) { words } else { vec![piece] }
    };
    wide(line).into_iter().flat_map(apart).collect()
}

fn wide(line: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut gap = GAP;
    for (at, mark) in line.chars().enumerate() {
        if mark.is_whitespace() {
            gap += if mark == ' ' { 1 } else { GAP };
            continue;
        }
        match pieces.last_mut().filter(|_| gap < GAP) {
            Some(piece) => {
                piece.text.push_str(&" ".repeat(gap));
                piece.text.push(mark);
                piece.end = at + 1;
            }
            None => pieces.push(Piece { text: mark.to_string(), start: at, end: at + 1 }),
        }
        gap = 0;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_gaps_set_pieces_apart() {
        let texts: Vec<String> = pieces("  金寨 县   32      68.8%")
            .into_iter()
            .map(|piece| piece.text)
            .collect();
        assert_eq!(texts, ["金寨 县", "32", "68.8%"]);
        assert_eq!(pieces("到位　50亿元").len(), 2);
        assert_eq!(pieces("个        1        6 600.00%   超5").len(), 5);
        assert_eq!(pieces("比目标 序时进度")[0].words()[1].start, 4);
    }
}
