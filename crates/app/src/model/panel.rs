//! The card in the side panel: without a page beside it. The person pastes a draft or a comment and copies what they
//! need, where Cuecard does not work in the page itself (another site, a page that is cut off from frames), and the
//! whole library can be looked through.

use cuecard_platforms::{ComposerKind, EditorKind};
use cuecard_wire::{ComposerInfo, Geometry, SeenMedia};

use super::{Card, Effect, Session, Tab};
use crate::i18n::Say;

/// The number of the one composer that there is in a panel: the panel's own field.
const FIELD: u32 = 0;

impl Card {
    /// The card of a side panel.
    #[must_use]
    pub fn in_panel(say: Say) -> Self {
        let mut card = Self::new(say);
        let about = ComposerInfo {
            // No site, so no site's limit.
            platform: String::new(),
            kind: ComposerKind::Post,
            editor: EditorKind::Textarea,
            answering: None,
            account: String::new(),
            counter: None,
            media: SeenMedia::default(),
        };
        let mut session = Session::new(FIELD, about, Geometry::default());
        session.open = true;
        session.undecided = false;
        session.tab = Tab::Search;
        card.sessions.push(session);
        card.current = Some(FIELD);
        card.focused = true;
        card.panel = true;
        card
    }

    /// What the person writes into the panel's field.
    pub(super) fn write(&mut self, text: String, out: &mut Vec<Effect>) {
        let rev = self.session().map_or(0, |s| s.rev.wrapping_add(1));
        self.drafted(FIELD, rev, text, out);
        // There is no driver that would mark it.
        out.retain(|effect| !matches!(effect, Effect::Send(_)));
    }

    /// Carries a fix out in the panel's field.
    pub(super) fn fix_here(&mut self, item: usize, fix: usize, out: &mut Vec<Effect>) {
        let mended = self.session().and_then(|s| {
            let rows = s.rows();
            rows.get(item)?.finding.apply(&s.text, fix)
        });
        if let Some(text) = mended {
            self.write(text, out);
        }
    }
}
