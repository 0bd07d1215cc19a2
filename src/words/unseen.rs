//! Characters that nobody sees.

/// Whether a character only steers others: joiners, marks of direction, selectors of variants.
pub fn is_unseen(character: char) -> bool {
    matches!(
        character as u32,
        0xad | 0x34f
            | 0x61c
            | 0x180b..=0x180f
            | 0x200b..=0x200f
            | 0x202a..=0x202e
            | 0x2060..=0x206f
            | 0xfe00..=0xfe0f
            | 0xfeff
            | 0xfff9..=0xfffb
            | 0xe0000..=0xe0fff
    )
}
