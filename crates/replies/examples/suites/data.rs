//! Reading the suites where they lie.

use std::path::PathBuf;

/// A text with its label.
pub type Labelled = (String, String);

/// The folder of the suites; none when it is missing.
pub fn folder() -> Option<PathBuf> {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/suites");
    let path =
        std::env::var_os("CUECARD_SUITES").map_or_else(|| PathBuf::from(here), PathBuf::from);
    path.is_dir().then_some(path)
}

/// The rows of a CSV file after RFC 4180, without the heading.
pub fn csv(path: &str) -> Vec<Vec<String>> {
    let Some(text) = folder().and_then(|f| std::fs::read_to_string(f.join(path)).ok()) else {
        return Vec::new();
    };
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let row = rows.last_mut().map(|r| (r.len(), r));
        let Some((_, row)) = row else { break };
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                row.last_mut().map(|f| f.push('"')).unwrap_or_default();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' if !quoted => {}
            _ => row.last_mut().map(|f| f.push(c)).unwrap_or_default(),
        }
    }
    rows.retain(|r| r.len() > 1);
    rows.drain(..1.min(rows.len()));
    rows
}

/// Two columns of a CSV file.
pub fn labelled(path: &str, text: usize, label: usize) -> Vec<Labelled> {
    csv(path)
        .into_iter()
        .filter_map(|r| Some((r.get(text)?.clone(), r.get(label)?.clone())))
        .collect()
}

/// One part of CLINC150: `train`, `val`, `oos_train`, `oos_val`.
pub fn clinc(part: &str) -> Vec<Labelled> {
    let file = folder().and_then(|f| std::fs::read_to_string(f.join("clinc150/dev.json")).ok());
    let json: Option<serde_json::Value> = file.and_then(|t| serde_json::from_str(&t).ok());
    let rows = json.as_ref().and_then(|j| j.get(part)?.as_array());
    rows.into_iter()
        .flatten()
        .filter_map(|r| {
            Some((
                r.get(0)?.as_str()?.to_owned(),
                r.get(1)?.as_str()?.to_owned(),
            ))
        })
        .collect()
}

/// A small generator of pseudo-random numbers (xorshift), for draws that can be repeated.
pub struct Draw(pub u64);

impl Draw {
    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (n.max(1) as u64)).unwrap_or(0)
    }

    /// `n` rows of each label, and all others.
    pub fn split(&mut self, rows: &[Labelled], n: usize) -> (Vec<Labelled>, Vec<Labelled>) {
        let mut labels: Vec<&str> = rows.iter().map(|(_, l)| l.as_str()).collect();
        labels.sort_unstable();
        labels.dedup();
        let (mut taken, mut left) = (Vec::new(), Vec::new());
        for label in labels {
            let mut of: Vec<&Labelled> = rows.iter().filter(|(_, l)| l == label).collect();
            for i in 0..n.min(of.len()) {
                let j = i + self.below(of.len() - i);
                of.swap(i, j);
            }
            taken.extend(of.iter().take(n).copied().cloned());
            left.extend(of.iter().skip(n).copied().cloned());
        }
        (taken, left)
    }
}
