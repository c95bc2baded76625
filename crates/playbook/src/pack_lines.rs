//! The lines of a pack.
//!
//! A pack is a Markdown file in a strict form, so that no Markdown parser is needed: front matter, `##` groups, `###`
//! lists with `- ` items, settings between asterisks; every other line is prose. What a group and a list may be called is
//! the reader's of each kind of pack.

/// What a line of a pack is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// A line of the front matter: key and value; none where it has no colon.
    About(Option<(&'a str, &'a str)>),
    /// `## Name`.
    Group(&'a str),
    /// `### Name`.
    List(&'a str),
    /// `- text`.
    Item(&'a str),
    /// What stands between two asterisks.
    Settings(&'a str),
    /// Anything else that is no heading.
    Prose(&'a str),
}

/// An item of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its text.
    pub text: String,
    /// Its line in the pack.
    pub line: usize,
}

/// The lines that say something, with their numbers from 1.
pub fn lines(pack: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    let mut front = false;
    (1..).zip(pack.lines()).filter_map(move |(number, line)| {
        let line = line.trim_end();
        if line == "---" {
            front = number == 1;
            return None;
        }
        let line = if front {
            Line::About(pair(line))
        } else if let Some(name) = line.strip_prefix("### ") {
            Line::List(name.trim())
        } else if let Some(name) = line.strip_prefix("## ") {
            Line::Group(name.trim())
        } else if let Some(item) = line.strip_prefix("- ") {
            Line::Item(item.trim())
        } else if let Some(settings) = line.strip_prefix('*').and_then(|l| l.strip_suffix('*')) {
            Line::Settings(settings)
        } else if line.is_empty() || line.starts_with('#') {
            return None;
        } else {
            Line::Prose(line)
        };
        Some((number, line))
    })
}

/// `Rule: words · Posts: silent` as keys with values; both are empty where there is no colon.
pub fn settings(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.split('·').map(|one| pair(one).unwrap_or_default())
}

/// `care: visit, check-up` as a name with words; none where there is no colon.
#[must_use]
pub fn named_words(item: &str) -> Option<(String, Vec<String>)> {
    let (name, words) = pair(item)?;
    let words = words.split(',').map(|word| word.trim().to_owned());
    Some((
        name.to_owned(),
        words.filter(|word| !word.is_empty()).collect(),
    ))
}

/// Adds a line to a paragraph.
pub fn go_on(paragraph: &mut String, line: &str) {
    if !paragraph.is_empty() {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

fn pair(text: &str) -> Option<(&str, &str)> {
    let (key, value) = text.split_once(':')?;
    Some((key.trim(), value.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        let pack = "---\nowner: Me: I\nnonsense\n---\n# Title\n\nProse.\n## A group \n*Rule: a · b*\n### Words\n- one, two\n---\nowner: no\n*open\n";
        let got: Vec<(usize, Line<'_>)> = lines(pack).collect();
        assert_eq!(
            got,
            [
                (2, Line::About(Some(("owner", "Me: I")))),
                (3, Line::About(None)),
                (7, Line::Prose("Prose.")),
                (8, Line::Group("A group")),
                (9, Line::Settings("Rule: a · b")),
                (10, Line::List("Words")),
                (11, Line::Item("one, two")),
                (13, Line::Prose("owner: no")),
                (14, Line::Prose("*open")),
            ]
        );
        let got: Vec<_> = settings("Rule: a · b").collect();
        assert_eq!(got, [("Rule", "a"), ("", "")]);
        let words = ["visit", "check-up"].map(str::to_owned).to_vec();
        assert_eq!(
            named_words("care: visit, check-up,"),
            Some(("care".to_owned(), words))
        );
        assert_eq!(named_words("care"), None);
    }
}
