//! `slots/unfilled`: a slot of a template that nobody filled in.

use cuecard_playbook::{Level, Playbook};
use cuecard_text::{Span, sorted};

use super::{Check, quoted};
use crate::prepared::Prepared;
use crate::report::Finding;

const RULE: &str = "slots/unfilled";

/// Looks for `{{name}}`, for halves of it, and for the `[NAME]` slots of the playbook.
#[derive(Clone, Debug)]
pub struct Slots {
    /// Slots in square brackets that stand in texts of the playbook, with the brackets.
    bracketed: Vec<String>,
    /// Published numbers, to fill a slot that asks for one.
    numbers: Vec<String>,
    /// Domains, likewise.
    domains: Vec<String>,
}

impl Slots {
    /// Gathers the slots that the playbook's texts use.
    #[must_use]
    pub fn new(playbook: &Playbook) -> Self {
        let texts = (playbook.messages.iter().map(|m| &m.text))
            .chain(playbook.calendar.iter().map(|p| &p.text))
            .chain(
                playbook
                    .protocols
                    .iter()
                    .flat_map(|p| p.replies.iter().map(|r| &r.text)),
            );
        Self {
            bracketed: texts
                .flat_map(|text| brackets(text))
                .map(|(_, slot)| slot.to_owned())
                .collect(),
            numbers: playbook.privacy.numbers.clone(),
            domains: playbook.privacy.domains.clone(),
        }
    }

    fn finding(&self, span: Span, name: &str) -> Finding {
        let message = format!(
            "The slot {} is still empty. Put in what belongs there, or take it out.",
            quoted(name)
        );
        let mut finding = Finding::new(span, Level::Error, RULE, message);
        let name = name.to_lowercase();
        let asks = |words: &[&str]| words.iter().any(|w| name.contains(w));
        if asks(&["phone", "number", "tel"]) {
            finding.fixes.clone_from(&self.numbers);
        } else if asks(&["site", "url", "link", "domain"]) {
            finding.fixes.clone_from(&self.domains);
        }
        finding
    }
}

impl Check for Slots {
    fn check(&self, draft: &Prepared<'_>, out: &mut Vec<Finding>) {
        for slot in slots(draft.text) {
            match slot.name {
                Some(name) => out.push(self.finding(slot.span, name)),
                None => out.push(Finding::new(
                    slot.span,
                    Level::Error,
                    RULE,
                    "Half of a slot was left here. Put in what belongs there, or take out the braces.",
                )),
            }
        }
        for (span, slot) in brackets(draft.text) {
            if self.bracketed.iter().any(|known| known == slot) {
                out.push(self.finding(span, slot.trim_matches(['[', ']'])));
            }
        }
    }
}

/// A slot, or a half of one, in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot<'a> {
    /// Where, braces included.
    pub span: Span,
    /// Its name; none for braces without a partner.
    pub name: Option<&'a str>,
}

/// The `{{…}}` of a text, in order. A slot is on one line and holds no braces.
pub(crate) fn slots(text: &str) -> Vec<Slot<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = next_pair(text, at) {
        let body = text.get(start + 2..).unwrap_or("");
        let len = body.find(['{', '}', '\n']);
        let opens = text.as_bytes().get(start) == Some(&b'{');
        let closes = |l: usize| body.get(l..).is_some_and(|b| b.starts_with("}}"));
        let (end, name) = match len {
            Some(l) if opens && closes(l) => (start + 2 + l + 2, body.get(..l).map(str::trim)),
            // A row of braces is one leftover.
            _ => (start + braces(text, start), None),
        };
        out.push(Slot {
            span: Span::new(start, end),
            name,
        });
        at = end;
    }
    out
}

/// How many equal braces stand in a row from a byte on.
fn braces(text: &str, start: usize) -> usize {
    let rest = text.as_bytes().get(start..).unwrap_or(&[]);
    rest.iter()
        .take_while(|b| rest.first() == Some(*b))
        .count()
        .max(2)
}

/// The next `{{` or `}}` from a byte on.
fn next_pair(text: &str, from: usize) -> Option<usize> {
    let pairs = text.as_bytes().get(from..)?.windows(2);
    pairs
        .into_iter()
        .position(|pair| matches!(pair, b"{{" | b"}}"))
        .map(|at| from + at)
}

/// The slots of an approved text, of both kinds, in order.
pub(crate) fn of_template(text: &str) -> Vec<Span> {
    let named = slots(text)
        .into_iter()
        .filter(|s| s.name.is_some())
        .map(|s| s.span);
    let out: Vec<Span> = named
        .chain(brackets(text).into_iter().map(|(span, _)| span))
        .collect();
    sorted(out, Span::cmp)
}

/// `[NAME]` in capitals, with its place.
fn brackets(text: &str) -> Vec<(Span, &str)> {
    let mut out = Vec::new();
    for (open, _) in text.match_indices('[') {
        let Some(body) = text.get(open + 1..) else {
            break;
        };
        let capitals = |c: char| {
            c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, ' ' | '_' | '-' | '/')
        };
        let len = body.find(|c: char| !capitals(c)).unwrap_or(body.len());
        if len >= 2
            && body.get(len..).is_some_and(|b| b.starts_with(']'))
            && body.starts_with(|c: char| c.is_ascii_uppercase())
        {
            let span = Span::new(open, open + 1 + len + 1);
            out.push((span, span.of(text)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_and_their_halves() {
        for (text, want) in [
            (
                "Call {{phone}} at {{ place }}.",
                &[("{{phone}}", Some("phone")), ("{{ place }}", Some("place"))][..],
            ),
            ("{{phone", &[("{{", None)][..]),
            (
                "phone}} and {{x}}",
                &[("}}", None), ("{{x}}", Some("x"))][..],
            ),
            ("{{a{{b}}", &[("{{", None), ("{{b}}", Some("b"))][..]),
            ("{x} } {", &[][..]),
            ("a {{{{{ b", &[("{{{{{", None)][..]),
            ("{{}}", &[("{{}}", Some(""))][..]),
        ] {
            let got: Vec<_> = slots(text)
                .iter()
                .map(|s| (s.span.of(text), s.name))
                .collect();
            assert_eq!(got, want, "{text}");
        }
        let found: Vec<_> = brackets("Hi [NAME], [DATE OF EVENT] [sic] [A] [1]")
            .into_iter()
            .map(|(_, s)| s)
            .collect();
        assert_eq!(found, ["[NAME]", "[DATE OF EVENT]"]);
    }
}
