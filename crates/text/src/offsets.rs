//! From bytes to code points and UTF-16 code units and back.

/// How many bytes lie between two notes of the index. A look-up counts the
/// characters of at most one such stretch.
const STRIDE: usize = 64;

/// Converts places in one text between bytes, code points and UTF-16 code units.
///
/// Places out of range are moved to the end of the text, places inside a
/// character to its start: nothing here fails.
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    /// Nothing to convert: every unit is the same.
    ascii: bool,
    /// Places on character boundaries, at least [`STRIDE`] bytes apart.
    marks: Vec<Mark>,
}

/// One place in all three units.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    byte: usize,
    chars: usize,
    utf16: usize,
}

impl Mark {
    fn past(self, c: char) -> Self {
        Self {
            byte: self.byte + c.len_utf8(),
            chars: self.chars + 1,
            utf16: self.utf16 + c.len_utf16(),
        }
    }
}

impl<'a> Offsets<'a> {
    /// Reads the text once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let ascii = text.is_ascii();
        let mut marks = vec![Mark::default()];
        if !ascii {
            let mut here = Mark::default();
            let mut next = STRIDE;
            for c in text.chars() {
                here = here.past(c);
                if here.byte >= next {
                    marks.push(here);
                    next = here.byte + STRIDE;
                }
            }
        }
        Self { text, ascii, marks }
    }

    /// Code points before `byte`.
    #[must_use]
    pub fn chars(&self, byte: usize) -> usize {
        self.find(byte, |m| m.byte).chars
    }

    /// UTF-16 code units before `byte`.
    #[must_use]
    pub fn utf16(&self, byte: usize) -> usize {
        self.find(byte, |m| m.byte).utf16
    }

    /// The byte at which UTF-16 code unit `unit` begins; the second half of a
    /// surrogate pair belongs to the character's start.
    #[must_use]
    pub fn from_utf16(&self, unit: usize) -> usize {
        self.find(unit, |m| m.utf16).byte
    }

    /// The byte at which code point `n` begins.
    #[must_use]
    pub fn from_chars(&self, n: usize) -> usize {
        self.find(n, |m| m.chars).byte
    }

    /// The last place whose `unit` is not beyond `target`.
    fn find(&self, target: usize, unit: impl Fn(&Mark) -> usize) -> Mark {
        if self.ascii {
            let n = target.min(self.text.len());
            return Mark {
                byte: n,
                chars: n,
                utf16: n,
            };
        }
        let after = self.marks.partition_point(|m| unit(m) <= target);
        let mut here = after
            .checked_sub(1)
            .and_then(|i| self.marks.get(i))
            .copied()
            .unwrap_or_default();
        for c in self.text.get(here.byte..).unwrap_or("").chars() {
            let next = here.past(c);
            if unit(&next) > target {
                break;
            }
            here = next;
        }
        here
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_agrees_with_a_plain_count() {
        let long = "aé漢😀\n".repeat(100);
        for text in ["", "plain", "é", "👩🏽‍⚕️ER", long.as_str()] {
            let o = Offsets::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                let (chars, units) = (before.chars().count(), before.encode_utf16().count());
                assert_eq!((o.chars(byte), o.utf16(byte)), (chars, units));
                assert_eq!((o.from_chars(chars), o.from_utf16(units)), (byte, byte));
            }
        }
    }

    #[test]
    fn places_that_do_not_exist_are_moved() {
        let o = Offsets::new("a😀");
        assert_eq!((o.chars(3), o.utf16(3)), (1, 1));
        assert_eq!(
            (o.from_utf16(2), o.from_utf16(3), o.from_utf16(99)),
            (1, 5, 5)
        );
        assert_eq!((o.chars(usize::MAX), o.from_chars(usize::MAX)), (2, 5));
        assert_eq!(Offsets::new("abc").from_utf16(9), 3);
    }
}
