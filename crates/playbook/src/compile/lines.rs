//! From bytes of the source to lines and columns.

/// Where the lines of a source begin. A line ends with LF, CRLF or a lone CR,
/// as in CommonMark.
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    pub fn new(source: &str) -> Self {
        let bytes = source.as_bytes();
        // A byte order mark is no character of the first line.
        let mut starts = vec![if source.starts_with('\u{feff}') { 3 } else { 0 }];
        for (i, b) in bytes.iter().enumerate() {
            let ends = *b == b'\n' || (*b == b'\r' && bytes.get(i + 1) != Some(&b'\n'));
            if ends {
                starts.push(i + 1);
            }
        }
        Self { starts }
    }

    /// The 1-based line that holds the byte.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|s| *s <= byte).max(1)
    }

    /// The byte at which the line of the byte begins.
    pub fn start(&self, byte: usize) -> usize {
        self.starts.get(self.line(byte) - 1).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_counts_once() {
        let lines = Lines::new("a\r\nb\rc\n\nd");
        for (byte, line) in [
            (0, 1),
            (1, 1),
            (2, 1),
            (3, 2),
            (5, 3),
            (7, 4),
            (8, 5),
            (99, 5),
        ] {
            assert_eq!(lines.line(byte), line, "byte {byte}");
        }
    }
}
