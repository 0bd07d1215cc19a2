//! How wide the columns of a table are, how they are aligned, and how large its type is.

use crate::view::table::{Cell, Column, Row, Table};

/// Type sizes of tables in points, 12 only for few columns and rows; small ones only where no
/// other fits.
const SIZES: [f64; 6] = [12.0, 10.5, 10.0, 9.0, 8.0, 7.0];
const SMALL: f64 = 9.0;
const FEW: usize = 4;
const FEW_ROWS: usize = 9;
/// So many columns stand closer together, so that their type need not be smaller.
const MANY: usize = 14;
const INSET: f64 = 3.0;
/// The height of a line, and what a row has above and below its lines, in type sizes.
const LINE: f64 = 1.38;
const PADDING: f64 = 0.72;
/// A column of text may be as narrow as this many characters, and need not be wider than that.
const NARROWEST: f64 = 4.0;
const WIDEST: f64 = 30.0;
/// A rare long text counts for so much of its width.
const SMALL_PART: f64 = 0.4;
/// Brackets in a head that are no longer than this are not broken.
const BRACKET: f64 = 7.0;
/// A smaller type must make a table as much lower as that.
const ENOUGH: f64 = 0.74;
/// Rows higher than that are too high in any case.
const MOST_LINES: u8 = 30;

/// What a table is fitted into, in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    pub(crate) width: f64,
    /// The smallest type that is readable there.
    pub(crate) least: f64,
}

/// The measures of a table in points, and the side its columns are set to.
#[derive(Debug)]
pub(crate) struct Measures {
    pub(crate) size: f64,
    pub(crate) inset: f64,
    pub(crate) widths: Vec<f64>,
    pub(crate) sides: Vec<&'static str>,
}

impl Measures {
    /// About how many lines a row takes.
    pub(crate) fn lines(&self, row: &Row) -> usize {
        if row.heading().is_some() {
            return 1;
        }
        let lines = self.widths.iter().zip(&row.cells).map(|(width, cell)| {
            let room = ((width - 2.0 * self.inset) / self.size).max(1.0);
            (cell_width(cell) / room).ceil() as usize
        });
        lines.max().unwrap_or(0).max(1)
    }

    /// About how high all rows are, in points.
    fn height(&self, table: &Table) -> f64 {
        let lines = table.rows.iter().map(|row| self.lines(row) as f64 * LINE + PADDING);
        lines.sum::<f64>() * self.size
    }
}

/// What a column must have and would like, in characters, and the width that few of its texts
/// exceed.
struct Demand {
    need: f64,
    want: f64,
    usual: f64,
    weight: f64,
    side: &'static str,
}

impl Demand {
    /// The width in which the usual text takes so many lines; the end of a line that is broken
    /// may stay empty.
    fn in_lines(&self, lines: f64) -> f64 {
        let slack = if lines > 1.0 { 0.7 } else { 0.0 };
        (self.usual / lines + slack).min(self.usual).max(self.need)
    }
}

/// Fits a table into a room: no number is ever broken while one of its sizes holds it. Of the
/// sizes that do, the largest is taken that needs hardly more lines than a smaller one.
pub(crate) fn measure(table: &Table, Room { width, least }: Room) -> Measures {
    let demands = demands(table);
    let (_, room) = room(&demands, width);
    let need = need(&demands);
    let largest = usize::from(demands.len() > FEW || table.rows.len() > FEW_ROWS);
    let fits = |size: &f64| need * size <= room;
    let first = SIZES[largest..]
        .iter()
        .copied()
        .filter(|size| *size >= least)
        .find(fits)
        .unwrap_or(least);
    let mut best = set(&demands, width, first);
    let smallest = least.max(SMALL);
    for size in SIZES.into_iter().filter(|size| *size < first && *size >= smallest) {
        let smaller = set(&demands, width, size);
        if smaller.height(table) < ENOUGH * best.height(table) {
            best = smaller;
        }
    }
    best
}

/// The measures of a table of one type size.
fn set(demands: &[Demand], width: f64, size: f64) -> Measures {
    let (inset, room) = room(demands, width);
    let widths = share(demands, room / size);
    let sum = widths.iter().sum::<f64>().max(1.0);
    let padding = (width - room) / demands.len().max(1) as f64;
    Measures {
        size,
        inset,
        widths: widths.iter().map(|width| width / sum * room + padding).collect(),
        sides: demands.iter().map(|demand| demand.side).collect(),
    }
}

/// The fewest lines in which most rows can be set in a room of so many characters.
fn fewest_lines(demands: &[Demand], room: f64) -> f64 {
    let fit = |lines: &f64| {
        demands.iter().map(|demand| demand.in_lines(*lines)).sum::<f64>() <= room
    };
    (1..=MOST_LINES).map(f64::from).find(fit).unwrap_or(f64::from(MOST_LINES))
}

/// Whether the smallest of its sizes sets a table into a room without breaking a number.
pub(crate) fn fits(table: &Table, Room { width, least }: Room) -> bool {
    let demands = demands(table);
    need(&demands) * least <= room(&demands, width).1
}

fn demands(table: &Table) -> Vec<Demand> {
    let columns = table.columns.iter().enumerate();
    columns.map(|(at, column)| demand(table, column, at)).collect()
}

fn need(demands: &[Demand]) -> f64 {
    demands.iter().map(|demand| demand.need).sum()
}

/// The space beside the words of a cell, and what is left of a width for words.
fn room(demands: &[Demand], width: f64) -> (f64, f64) {
    let inset = match demands.len() {
        ..=FEW => 2.0 * INSET,
        MANY.. => INSET / 2.0,
        _ => INSET,
    };
    (inset, (width - 2.0 * inset * demands.len() as f64).max(width / 4.0))
}

/// Gives each column what makes the rows low, then up to what it wants, by weight.
fn share(demands: &[Demand], room: f64) -> Vec<f64> {
    let lines = fewest_lines(demands, room);
    let mut widths: Vec<f64> =
        demands.iter().map(|demand| demand.in_lines(lines)).collect();
    // Each round fills at least one column or uses up the room.
    for _ in demands {
        let spare = room - widths.iter().sum::<f64>();
        let hungry = |(width, demand): (&f64, &Demand)| {
            if *width < demand.want { demand.weight } else { 0.0 }
        };
        let weight: f64 = widths.iter().zip(demands).map(hungry).sum();
        if spare <= 0.0 || weight == 0.0 {
            break;
        }
        for (width, demand) in widths.iter_mut().zip(demands) {
            let more = spare * hungry((width, demand)) / weight;
            *width = (*width + more).min(demand.want.max(*width));
        }
    }
    widths
}

fn demand(table: &Table, column: &Column, at: usize) -> Demand {
    let rows = || table.rows.iter().filter(|row| row.heading().is_none());
    let cells = || rows().filter_map(move |row| row.cells.get(at));
    let longest = cells().map(cell_width).fold(0.0, f64::max);
    let head = text_width(&column.head);
    let marked = cells().any(|cell| !cell.mark.id.is_empty());
    let (least, most) = if column.numeric || marked && longest <= 2.0 * NARROWEST {
        (longest, longest)
    } else {
        let whole = cells().map(widest_piece).fold(NARROWEST.min(longest), f64::max);
        (whole.min(WIDEST), longest.min(WIDEST))
    };
    let side = if column.numeric {
        "right"
    } else if marked {
        // Signs stand below one another.
        "left"
    } else if longest <= NARROWEST + 0.5 || cells().all(is_ascii) {
        "center"
    } else {
        "left"
    };
    let need = least.max(head_need(&column.head));
    let want = most.max(head.min(6.0)).max(need);
    Demand {
        need,
        want,
        usual: usual(cells().map(cell_width)),
        weight: f64::from(column.weight.max(1)),
        side,
    }
}

/// Whether a cell holds nothing but Latin letters, digits and signs.
fn is_ascii(cell: &Cell) -> bool {
    cell.inlines.iter().all(|inline| inline.plain().is_ascii())
}

/// The width that one in five exceeds, but no small part of the widest.
fn usual(widths: impl Iterator<Item = f64>) -> f64 {
    let mut widths: Vec<f64> = widths.collect();
    widths.sort_by(f64::total_cmp);
    let widest = widths.last().copied().unwrap_or_default();
    widths.get(widths.len() * 4 / 5).copied().unwrap_or_default().max(SMALL_PART * widest)
}

/// Words of up to four characters stay in one line, longer ones may take two; what stands in
/// brackets has a line of its own.
fn head_need(head: &str) -> f64 {
    let (words, bracket) = head.split_at(head.find('（').unwrap_or(head.len()));
    let (words, bracket) = (text_width(words), text_width(bracket));
    let in_two_lines = if words <= 4.0 { words } else { (words / 2.0).ceil() };
    in_two_lines.max(if bracket <= BRACKET { bracket } else { bracket / 2.0 })
}

fn cell_width(cell: &Cell) -> f64 {
    let words: f64 = cell.inlines.iter().map(|inline| text_width(inline.plain())).sum();
    let mark =
        if cell.mark.id.is_empty() { 0.0 } else { 1.0 + text_width(&cell.mark.word) };
    words + mark + if mark > 0.0 && words > 0.0 { 0.6 } else { 0.0 }
}

/// The widest piece of a cell's text that no line may break, such as a number or a word.
fn widest_piece(cell: &Cell) -> f64 {
    let text: String = cell.inlines.iter().map(|inline| inline.plain()).collect();
    let mut widest: f64 = 0.0;
    let (mut piece, mut last) = (0.0, ' ');
    for character in text.chars() {
        let joined = is_word(last) && is_word(character)
            || "，。、；：）％".contains(character)
            || last == '（';
        piece = if joined { piece } else { 0.0 } + character_width(character);
        widest = widest.max(piece);
        last = character;
    }
    widest
}

/// Whether a character holds on to others of its kind.
fn is_word(character: char) -> bool {
    character.is_ascii_graphic() || "×÷".contains(character)
}

fn text_width(text: &str) -> f64 {
    text.chars().map(character_width).sum()
}

fn character_width(character: char) -> f64 {
    if character.is_ascii() { 0.6 } else { 1.0 }
}
