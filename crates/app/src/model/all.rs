//! Everything that has one plain answer, mended at once.

use std::cmp::Ordering;

use cuecard_checks::Finding;
use cuecard_journal::What;
use cuecard_text::Span;

use super::{Card, Effect, Session};

/// The reply guard's: its fix is a safe sentence in place of a whole one of the person's.
const GUARD: &str = "reply-guard/";

/// The fix of a finding that needs no choice: there is one, and it is neither a whole message put back nor a sentence for a
/// sentence, which somebody has to read first.
fn plain_fix(finding: &Finding) -> Option<(Span, &str)> {
    match finding.fixes.as_slice() {
        [only]
            if finding.changes.is_empty()
                && !finding.fixes_at().is_empty()
                && !finding.rule.starts_with(GUARD) =>
        {
            Some((finding.fixes_at(), only))
        }
        _ => None,
    }
}

fn order((a, _): &(Span, &str), (b, _): &(Span, &str)) -> Ordering {
    (a.start, a.end).cmp(&(b.start, b.end))
}

impl Session {
    /// The fixes that can be carried out together, in the order of the text: none touches another.
    #[must_use]
    pub fn plain_fixes(&self) -> Vec<(Span, &str)> {
        let mut fixes = cuecard_text::sorted(self.live().filter_map(plain_fix).collect(), order);
        let mut free = 0;
        fixes.retain(|(span, _)| {
            let apart = span.start >= free;
            if apart {
                free = span.end.saturating_add(1);
            }
            apart
        });
        fixes
    }
}

impl Session {
    /// The rules of those fixes, as the journal has them.
    fn plain_rules(&self) -> Vec<What> {
        let fixed = |finding: &Finding| What::Fixed {
            rule: finding.rule.clone(),
        };
        let plain = self.live().filter(|f| plain_fix(f).is_some());
        plain.map(fixed).collect()
    }
}

impl Card {
    /// Carries out all plain fixes as one edit, so that one undo takes them all back.
    pub(super) fn fix_all(&mut self, out: &mut Vec<Effect>) {
        let Some(session) = self.session() else {
            return;
        };
        let fixes = session.plain_fixes();
        let (Some((first, _)), Some((last, _))) = (fixes.first(), fixes.last()) else {
            return;
        };
        let whole = Span {
            start: first.start,
            end: last.end,
        };
        let mut insert = String::new();
        let mut at = whole.start;
        for (span, fix) in &fixes {
            let kept = Span {
                start: at,
                end: span.start,
            };
            insert.push_str(kept.of(&session.text));
            insert.push_str(fix);
            at = span.end;
        }
        let done = session.plain_rules();
        self.edit(whole, insert.clone(), insert, done, out);
    }
}
